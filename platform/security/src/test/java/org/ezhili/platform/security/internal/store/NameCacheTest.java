package org.ezhili.platform.security.internal.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class NameCacheTest {

    private final AtomicLong now = new AtomicLong();
    private final NameCache cache = new NameCache(now::get);
    private final Map<String, String> directory = new HashMap<>(Map.of("it", "信息中心", "street.east", "东街道"));
    private final List<Set<String>> asked = new ArrayList<>();

    @Test
    void a_name_is_looked_up_once() {
        assertThat(names("it")).containsEntry("it", "信息中心");
        assertThat(names("it", "street.east")).containsEntry("it", "信息中心").containsEntry("street.east", "东街道");
        assertThat(asked).containsExactly(Set.of("it"), Set.of("street.east"));
    }

    @Test
    void a_name_that_was_changed_here_is_seen_at_once() {
        names("it");
        directory.put("it", "大数据局");
        cache.forget("it");
        assertThat(names("it")).containsEntry("it", "大数据局");
    }

    @Test
    void a_name_that_was_changed_elsewhere_is_seen_a_second_later() {
        names("it");
        directory.put("it", "大数据局");
        assertThat(names("it")).containsEntry("it", "信息中心");
        now.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(names("it")).containsEntry("it", "大数据局");
    }

    @Test
    void an_account_that_was_not_there_is_found_as_soon_as_it_is() {
        assertThat(names("new.worker")).isEmpty();
        directory.put("new.worker", "新网格员");
        assertThat(names("new.worker")).containsEntry("new.worker", "新网格员");
    }

    private Map<String, String> names(String... accounts) {
        return cache.of(Set.of(accounts), others -> {
            asked.add(others);
            Map<String, String> found = new HashMap<>(directory);
            found.keySet().retainAll(others);
            return found;
        });
    }
}
