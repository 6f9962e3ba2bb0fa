package org.ezhili.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.Role;
import org.ezhili.platform.security.internal.CallerCache.Held;
import org.ezhili.platform.security.internal.domain.Credential;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PermissionTableTest {

    private static final Map<String, Object> LIVE = Map.of("ezhili.live", true);
    private static final Map<String, Object> STANDS_BY = Map.of();
    private static final Permission READ = Permission.of("parking.read", "看", "Read", Role.WORKER);
    private static final Permission WRITE = Permission.of("parking.write", "写", "Write", Role.WORKER);
    private static final Credential TOKEN =
            new Credential("digest", Credential.Kind.TOKEN, "worker", Instant.MAX, Instant.EPOCH);

    private final CallerCache cache = new CallerCache();
    private final PermissionTable table = new PermissionTable(cache);
    private final Module old = parking("1.0.0", READ);

    private record Parking(ModuleInfo info) implements Module {

        @Override
        public Health health() {
            return Health.good();
        }
    }

    private static Module parking(String version, Permission... permissions) {
        return new Parking(new ModuleInfo(
                "parking", version, LocalText.of("停车", "Parking"), Set.of(), List.of(permissions), true));
    }

    @BeforeEach
    void somebody_is_known_while_the_old_version_serves() {
        table.addModule(old, LIVE);
        cache.put(new Held(TOKEN, new Caller("worker", "某人", List.of(), Map.of())));
    }

    @Test
    void a_switch_to_a_version_with_the_same_permissions_has_nobody_looked_up_anew() {
        Module next = parking("1.1.0", READ);
        table.addModule(next, STANDS_BY);
        table.addModule(next, LIVE);
        table.removeModule(old, LIVE);
        assertThat(cache.find("digest")).isPresent();
    }

    @Test
    void a_permission_more_holds_at_once() {
        table.addModule(parking("1.1.0", READ, WRITE), LIVE);
        assertThat(cache.find("digest")).isEmpty();
    }

    @Test
    void on_the_way_back_the_older_version_says_who_may_what_before_the_newer_has_gone() {
        table.addModule(parking("1.1.0", READ, WRITE), Map.of("ezhili.live", true, "service.ranking", 1));
        table.addModule(parking("1.0.0", READ), Map.of("ezhili.live", true, "service.ranking", 2));
        Account worker = new Account("worker", "某人", List.of(new Grant(Role.WORKER, AreaCode.of("340603002"))), true);
        assertThat(table.callerOf(worker).permissions())
                .containsKey("parking.read")
                .doesNotContainKey("parking.write");
    }

    @Test
    void a_permission_less_holds_at_once() {
        table.removeModule(old, LIVE);
        assertThat(cache.find("digest")).isEmpty();
    }
}
