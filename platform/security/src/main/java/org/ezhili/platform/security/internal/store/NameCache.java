package org.ezhili.platform.security.internal.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Remembers for less than a second what accounts are called: every list and every matter shows names. What is changed on this node is
 * forgotten at once; on other nodes a new name shows when the second is over. Thread-safe.
 */
final class NameCache {

    private static final Duration LIFE = Duration.ofMillis(900);
    private static final int MOST = 20_000;

    private final Cache<String, String> names;

    NameCache() {
        this(Ticker.systemTicker());
    }

    NameCache(Ticker ticker) {
        names = Caffeine.newBuilder()
                .expireAfterWrite(LIFE)
                .maximumSize(MOST)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** Names by account; {@code load} is asked for those that are not remembered, and leaves out those it doesn't know. */
    Map<String, String> of(Set<String> accounts, Function<Set<String>, Map<String, String>> load) {
        Map<String, String> known = names.getAllPresent(accounts);
        if (known.size() == accounts.size()) {
            return known;
        }
        Set<String> others =
                accounts.stream().filter(account -> !known.containsKey(account)).collect(Collectors.toSet());
        Map<String, String> loaded = load.apply(others);
        names.putAll(loaded);
        Map<String, String> all = new HashMap<>(known);
        all.putAll(loaded);
        return all;
    }

    void forget(String account) {
        names.invalidate(account);
    }
}
