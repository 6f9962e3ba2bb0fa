package org.ezhili.distribution.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ezhili.distribution.demo.internal.people.People;
import org.ezhili.grid.Area;
import org.ezhili.grid.AreaDraft;
import org.ezhili.grid.Areas;
import org.ezhili.matters.PastMatters;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.NewAccount;
import org.ezhili.platform.security.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadingTest {

    private static final Instant NOW = Instant.parse("2026-03-05T06:30:00Z");

    private final House house = new House();

    @TempDir
    Path folder;

    @Test
    void everything_is_loaded_once() {
        load(600, () -> false);
        load(600, () -> false);

        assertThat(house.areas).hasSizeGreaterThan(1_600);
        assertThat(house.matters).hasSize(600);
        assertThat(house.accounts).containsKeys("it", "resident", "worker.gongdian");
        assertThat(house.puts).isEqualTo(1);
    }

    @Test
    void what_was_broken_off_goes_on_at_the_next_start() {
        load(600, () -> house.matters.size() >= 250);
        assertThat(house.accounts).doesNotContainKey("it");

        load(600, () -> false);

        assertThat(house.matters).hasSize(600);
        assertThat(house.accounts).containsKey("it");
    }

    @Test
    void progress_can_be_read_from_a_file() throws Exception {
        load(300, () -> false);

        assertThat(progress()).containsExactly("100 the demo district is ready", "100 演示区已就绪");
    }

    @Test
    void a_module_that_starts_late_is_waited_for_and_nothing_is_ready_before() throws Exception {
        Awaited late = new Awaited(Duration.ofMinutes(1));
        CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> load(12, late::get, () -> false));
        await().until(() -> progress().contains("95 waiting for the module of volunteers and points"));
        assertThat(house.accounts).doesNotContainKey("resident");

        late.here(house::serve);
        loading.get(1, TimeUnit.MINUTES);

        assertThat(house.served).isEqualTo(1);
        assertThat(house.accounts).containsKey("resident");
        assertThat(progress()).contains("100 the demo district is ready");
    }

    @Test
    void a_module_that_never_starts_is_given_up_and_the_progress_says_so() throws Exception {
        load(12, new Awaited(Duration.ofMillis(1))::get, () -> false);

        assertThat(house.accounts).containsKey("resident");
        assertThat(progress())
                .containsExactly(
                        "100 the demo district is ready, without volunteers and points: their module did not start",
                        "100 演示区已就绪，但没有志愿活动与积分：志愿积分模块未启动");
    }

    @Test
    void who_stops_the_platform_does_not_wait_for_the_module_and_the_next_start_goes_on() throws Exception {
        Awaited late = new Awaited(Duration.ofMinutes(1));
        AtomicBoolean stopped = new AtomicBoolean();
        CompletableFuture<Void> loading = CompletableFuture.runAsync(() -> load(12, late::get, stopped::get));
        await().until(() -> progress().contains("95 waiting for the module of volunteers and points"));

        stopped.set(true);
        late.callOff();
        loading.get(1, TimeUnit.MINUTES);

        assertThat(house.accounts).doesNotContainKey("resident");
        load(12, () -> false);
        assertThat(house.served).isEqualTo(1);
        assertThat(house.accounts).containsKey("resident");
    }

    @Test
    void a_module_that_has_gone_before_it_was_asked_for_is_not_here_unless_another_version_has_come() {
        Chapter before = house::serve;
        Chapter after = (ground, people, seed, now) -> {};
        Awaited awaited = new Awaited(Duration.ofMillis(1));

        awaited.here(before);
        awaited.gone(before);
        assertThat(awaited.get()).isEmpty();

        awaited.here(before);
        awaited.here(after);
        awaited.gone(before);
        assertThat(awaited.get()).contains(after);
    }

    @Test
    void a_failure_is_told_and_what_is_missing_is_loaded_at_the_next_start() throws Exception {
        Progress progress = new Progress(Optional.of(folder.resolve("progress")));

        progress.failed(new IllegalStateException("the database is away"));

        assertThat(Files.readString(folder.resolve("progress"))).startsWith("failed ");
    }

    @Test
    void a_folder_that_is_not_there_stops_nothing() {
        Progress progress = new Progress(Optional.of(folder.resolve("away/progress")));

        new Loading(house.ground(), house, house.past(), progress, Optional::empty, () -> false).load(340_603, 12, NOW);

        assertThat(house.matters).hasSize(12);
    }

    private List<String> progress() throws IOException {
        Path file = folder.resolve("progress");
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }

    private void load(int matters, BooleanSupplier stopped) {
        load(matters, () -> Optional.of(house::serve), stopped);
    }

    private void load(int matters, Supplier<Optional<Chapter>> chapter, BooleanSupplier stopped) {
        Progress progress = new Progress(Optional.of(folder.resolve("progress")));
        new Loading(house.ground(), house, house.past(), progress, chapter, stopped).load(340_603, matters, NOW);
    }

    /** Keeps what is loaded, as the modules do: what is known is left as it is. */
    private static final class House implements Accounts {

        private final Map<AreaCode, AreaDraft> areas = new HashMap<>();
        private final Map<String, NewAccount> accounts = new HashMap<>();
        private final Set<String> matters = new HashSet<>();
        private int puts;
        private int served;

        void serve(org.ezhili.distribution.demo.internal.ground.Ground all, People people, long seed, Instant now) {
            served++;
        }

        PastMatters past() {
            return past -> {
                past.forEach(matter -> matters.add(matter.reference()));
                return past.size();
            };
        }

        Areas ground() {
            return new Ground();
        }

        @Override
        public int register(List<NewAccount> wanted) {
            wanted.forEach(account -> accounts.putIfAbsent(account.account(), account));
            return wanted.size();
        }

        @Override
        public Map<String, String> names(Collection<String> asked) {
            Map<String, String> names = new HashMap<>();
            asked.stream().filter(accounts::containsKey).forEach(account -> names.put(account, "name"));
            return names;
        }

        @Override
        public Optional<Account> find(String account) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Page<Account> holding(Role role, AreaCode area, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        private final class Ground implements Areas {

            @Override
            public int put(List<AreaDraft> drafts) {
                puts++;
                drafts.forEach(draft -> areas.put(draft.code(), draft));
                return drafts.size();
            }

            @Override
            public Optional<Area> find(AreaCode code) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Map<AreaCode, String> names(Collection<AreaCode> codes) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Area> lineage(AreaCode code) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<Area> level(AreaCode within, AreaLevel level) {
                throw new UnsupportedOperationException();
            }

            @Override
            public Optional<Area> locate(double lon, double lat) {
                throw new UnsupportedOperationException();
            }
        }
    }
}
