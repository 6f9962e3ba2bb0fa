package org.ezhili.platform.gateway.internal.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.gateway.internal.guard.Limits;
import org.ezhili.platform.gateway.internal.guard.Processor;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;

class RoutesTest {

    private static final Version OLD = Version.parseVersion("1.0.0");
    private static final Version NEW = Version.parseVersion("1.1.0");
    private static final String GRID = "org.ezhili.grid";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @TempDir
    private Path etc;

    private final Bundle[] installed = {made(Bundle.class, Map.of("getSymbolicName", GRID))};

    private Path file;
    private Routes routes;
    private Switching switching;

    private static class Grid implements Module {

        @Override
        public ModuleInfo info() {
            return new ModuleInfo("grid", "1.0.0", LocalText.of("网格", "Grid"), Set.of(), List.of(), false);
        }

        @Override
        public Health health() {
            return Health.good();
        }
    }

    private static <T> T made(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (self, method, arguments) -> answers.get(method.getName())));
    }

    @BeforeEach
    void a_node_starts() {
        file = etc.resolve("ezhili-live.properties");
        routes = started();
        switching = new Switching(routes);
    }

    private Routes started() {
        return started(PATIENCE, new Grid());
    }

    private Routes started(Duration comingUp, Module module) {
        BundleContext context = made(
                BundleContext.class,
                Map.of(
                        "getBundle",
                        made(Bundle.class, Map.of()),
                        "getBundles",
                        installed,
                        "getService",
                        module,
                        "ungetService",
                        true));
        Limits limits = Limits.usual();
        return new Routes(context, new RestServers(), limits, new Processor(limits), new LiveRecord(file), comingUp);
    }

    private void isInstalled(Version version) {
        installed[0] = made(Bundle.class, Map.of("getSymbolicName", GRID, "getVersion", version));
    }

    @SuppressWarnings("unchecked")
    private static ServiceReference<Module> grid(Version version) {
        ServiceRegistration<?> given = made(ServiceRegistration.class, Map.of());
        BundleContext own =
                made(BundleContext.class, Map.of("getBundle", made(Bundle.class, Map.of()), "registerService", given));
        Bundle provider = made(
                Bundle.class,
                Map.of("getBundleContext", own, "getVersion", version, "getSymbolicName", GRID, "getBundleId", 7L));
        return made(ServiceReference.class, Map.of("getBundle", provider, "hashCode", 7));
    }

    @Test
    void before_the_first_module_has_come_any_may_come() {
        ServiceReference<Module> reference = grid(OLD);
        assertThat(routes.mayCome("matters")).isTrue();
        Route route = routes.addingService(reference);
        assertThat(routes.find("grid")).containsSame(route);
        assertThat(routes.mayCome("matters")).isFalse();
        routes.removedService(reference, route);
        assertThat(routes.find("grid")).isEmpty();
        assertThat(routes.mayCome("grid")).isTrue();
    }

    @Test
    void a_module_that_was_uninstalled_is_not_waited_for() {
        ServiceReference<Module> reference = grid(OLD);
        routes.removedService(reference, routes.addingService(reference));
        assertThat(routes.mayCome("grid")).isTrue();

        installed[0] = made(Bundle.class, Map.of("getSymbolicName", "org.ezhili.matters"));

        assertThat(routes.mayCome("grid")).isFalse();
    }

    @Test
    void a_newer_version_just_stands_by_until_it_is_switched_to() throws Exception {
        Route before = routes.addingService(grid(OLD));
        Route fresh = routes.addingService(grid(NEW));
        assertThat(routes.find("grid")).containsSame(before);
        assertThat(switching.standing())
                .extracting(s -> s.version() + " " + s.live())
                .containsExactly("1.0.0 true", "1.1.0 false");

        switching.switchTo(Map.of("grid", NEW), PATIENCE);

        assertThat(routes.find("grid")).containsSame(fresh);
        assertThat(switching.live("grid")).contains(NEW);
        assertThat(Files.readString(file)).contains("grid=1.1.0");
    }

    @Test
    void a_module_that_comes_for_the_first_time_just_stands_by_until_it_is_switched_to() throws Exception {
        switching.decide(Map.of("grid", LiveVersions.NONE));
        Route fresh = routes.addingService(grid(OLD));
        assertThat(routes.find("grid")).isEmpty();
        assertThat(switching.find("grid", OLD)).isPresent();

        switching.switchTo(Map.of("grid", OLD), PATIENCE);

        assertThat(routes.find("grid")).containsSame(fresh);
    }

    @Test
    void a_module_that_has_left_is_not_waited_for_and_leaves_no_record() throws Exception {
        ServiceReference<Module> reference = grid(OLD);
        Route route = routes.addingService(reference);
        switching.switchTo(Map.of("grid", LiveVersions.NONE), PATIENCE);
        assertThat(routes.find("grid")).isEmpty();
        assertThat(started().decided()).containsEntry("grid", LiveVersions.NONE);

        routes.removedService(reference, route);
        switching.forget("grid");

        assertThat(switching.decided()).isEmpty();
        assertThat(started().decided()).isEmpty();
        assertThat(routes.find("grid")).isEmpty();
        routes.addingService(grid(NEW));
        assertThat(switching.live("grid")).contains(NEW);
    }

    @Test
    void after_a_restart_the_decided_version_serves_whatever_came_first() throws Exception {
        routes.addingService(grid(OLD));
        routes.addingService(grid(NEW));
        switching.switchTo(Map.of("grid", NEW), PATIENCE);
        switching.switchTo(Map.of("grid", OLD), PATIENCE);

        for (List<Version> order : List.of(List.of(OLD, NEW), List.of(NEW, OLD))) {
            Routes again = started();
            order.forEach(version -> again.addingService(grid(version)));
            assertThat(again.find("grid").map(Route::version)).contains(OLD);
        }
    }

    @Test
    void the_decided_version_takes_over_when_it_comes_late() throws Exception {
        routes.decide(Map.of("grid", NEW));
        routes.addingService(grid(OLD));
        assertThat(routes.find("grid").map(Route::version)).contains(OLD);
        routes.addingService(grid(NEW));
        assertThat(routes.find("grid").map(Route::version)).contains(NEW);
    }

    @Test
    void after_a_restart_no_other_version_serves_while_the_decided_one_is_coming_up() throws Exception {
        routes.decide(Map.of("grid", NEW));
        isInstalled(NEW);
        Routes again = started();
        again.addingService(grid(OLD));
        assertThat(again.find("grid")).isEmpty();
        assertThat(again.mayCome("grid")).isTrue();
        again.addingService(grid(NEW));
        assertThat(again.find("grid").map(Route::version)).contains(NEW);
    }

    @Test
    void a_decided_version_that_does_not_come_up_is_not_waited_for_without_end() throws Exception {
        routes.decide(Map.of("grid", NEW));
        isInstalled(NEW);
        Routes again = started(Duration.ofMillis(50), new Grid());
        again.addingService(grid(OLD));
        await().untilAsserted(
                        () -> assertThat(again.find("grid").map(Route::version)).contains(OLD));
    }

    @Test
    void a_decided_version_that_fails_when_it_comes_up_is_not_waited_for() throws Exception {
        routes.decide(Map.of("grid", NEW));
        isInstalled(NEW);
        AtomicBoolean fails = new AtomicBoolean();
        Routes again = started(Duration.ofMinutes(5), new Grid() {
            @Override
            public Map<Class<?>, Object> services() {
                return fails.get() ? Map.of(Runnable.class, "no runnable") : Map.of();
            }
        });
        again.addingService(grid(OLD));
        assertThat(again.find("grid")).isEmpty();
        fails.set(true);
        assertThat(again.addingService(grid(NEW))).isNull();
        assertThat(again.find("grid").map(Route::version)).contains(OLD);
    }

    @Test
    void when_the_live_version_goes_by_itself_the_other_one_serves() {
        ServiceReference<Module> old = grid(OLD);
        Route before = routes.addingService(old);
        Route fresh = routes.addingService(grid(NEW));
        routes.removedService(old, before);
        assertThat(routes.find("grid")).containsSame(fresh);
    }

    @Test
    void a_version_that_is_not_there_cannot_be_switched_to_and_nothing_changes() {
        Route before = routes.addingService(grid(OLD));
        assertThatThrownBy(() -> switching.switchTo(Map.of("grid", NEW), PATIENCE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1.1.0");
        assertThat(routes.find("grid")).containsSame(before);
        assertThat(file).doesNotExist();
    }

    @Test
    void a_record_that_cannot_be_written_stops_the_switch() throws IOException {
        Route before = routes.addingService(grid(OLD));
        routes.addingService(grid(NEW));
        Files.createDirectories(file.resolveSibling("ezhili-live.properties.new"));
        assertThatThrownBy(() -> switching.switchTo(Map.of("grid", NEW), PATIENCE))
                .isInstanceOf(IOException.class);
        assertThat(routes.find("grid")).containsSame(before);
        assertThat(switching.decided()).isEmpty();
    }

    @Test
    void a_record_that_nobody_can_read_leaves_the_newest_in_service() throws IOException {
        for (String rubbish : List.of("grid=one point oh", "\\u12", "grid=1.0.0\nmatters=-1")) {
            Files.writeString(file, rubbish);
            Routes again = started();
            again.addingService(grid(NEW));
            again.addingService(grid(OLD));
            assertThat(again.find("grid").map(Route::version)).contains(NEW);
            assertThat(again.decided()).isEmpty();
        }
    }

    @Test
    void switching_to_what_is_live_already_changes_nothing_but_the_record() throws Exception {
        Route before = routes.addingService(grid(OLD));
        switching.switchTo(Map.of("grid", OLD), PATIENCE);
        assertThat(routes.find("grid")).containsSame(before);
        assertThat(switching.decided()).containsEntry("grid", OLD);
        assertThat(switching.find("grid", OLD).map(s -> s.live())).isEqualTo(Optional.of(true));
    }
}
