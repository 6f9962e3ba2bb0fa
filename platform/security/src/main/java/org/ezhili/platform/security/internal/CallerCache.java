package org.ezhili.platform.security.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Optional;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.internal.domain.Credential;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Remembers for less than a second who holds which credential. What is changed on this node is forgotten at once; other
 * nodes follow when the second is over. Thread-safe.
 */
@Component(service = CallerCache.class)
public final class CallerCache {

    private static final Duration LIFE = Duration.ofMillis(900);
    private static final int MOST = 20_000;

    private final Cache<String, Held> cache;

    @Activate
    public CallerCache() {
        this(Ticker.systemTicker());
    }

    CallerCache(Ticker ticker) {
        cache = Caffeine.newBuilder()
                .expireAfterWrite(LIFE)
                .maximumSize(MOST)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** A credential and who holds it. */
    public record Held(Credential credential, Caller caller) {}

    Optional<Held> find(String digest) {
        return Optional.ofNullable(cache.getIfPresent(digest));
    }

    void put(Held held) {
        cache.put(held.credential().digest(), held);
    }

    /** Something was taken back or changed. */
    void clear() {
        cache.invalidateAll();
    }
}
