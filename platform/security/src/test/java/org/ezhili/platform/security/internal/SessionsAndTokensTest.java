package org.ezhili.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.security.Authenticator.Session;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Role;
import org.ezhili.platform.security.internal.domain.AccountChange;
import org.ezhili.platform.security.internal.domain.Credential.Kind;
import org.ezhili.platform.security.internal.domain.Secret;

class SessionsAndTokensTest {

    private static final AreaCode EAST = AreaCode.of("340603002");

    @EachDatabase
    void a_token_names_its_holder_with_what_they_may_do(TestDatabase db) {
        Node node = new Node(db).with("street.east", Role.STREET, "340603002");
        Caller caller = node.door.byToken(token(node, "street.east")).orElseThrow();
        assertThat(caller.account()).isEqualTo("street.east");
        assertThat(caller.permissions()).isEqualTo(Map.of(SecurityPermissions.ACCOUNTS, Set.of(EAST)));
    }

    @EachDatabase
    void a_session_is_no_token_and_a_token_is_no_session(TestDatabase db) {
        Node node = new Node(db).with("it", Role.IT, "340603");
        String token = token(node, "it");
        String session = session(node, "it");
        assertThat(node.door.bySession(token)).isEmpty();
        assertThat(node.door.byToken(session)).isEmpty();
        assertThat(node.door.byToken(token)).isPresent();
        assertThat(node.door.bySession(session)).isPresent();
    }

    @EachDatabase
    void what_was_never_given_out_opens_nothing(TestDatabase db) {
        Node node = new Node(db).with("it", Role.IT, "340603");
        String token = token(node, "it");
        for (String guess : new String[] {
            "", "x", token + "x", token.substring(1), Secret.random().value(), "a\u0000" + "b".repeat(41)
        }) {
            assertThat(node.door.byToken(guess)).isEmpty();
            assertThat(node.door.bySession(guess)).isEmpty();
        }
    }

    @EachDatabase
    void each_session_has_a_csrf_value_of_its_own_that_stays(TestDatabase db) {
        Node node = new Node(db).with("it", Role.IT, "340603");
        String one = session(node, "it");
        String other = session(node, "it");
        String csrf = node.door.bySession(one).map(Session::csrf).orElseThrow();
        assertThat(new Node(db).door.bySession(one).map(Session::csrf)).contains(csrf);
        assertThat(node.door.bySession(other).map(Session::csrf))
                .isPresent()
                .get()
                .isNotEqualTo(csrf);
        assertThat(csrf).doesNotContain(one);
    }

    @EachDatabase
    void nothing_that_opens_the_door_is_in_the_database(TestDatabase db) throws Exception {
        Node node = new Node(db).with("it", Role.IT, "340603");
        String token = token(node, "it");
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT digest FROM security.credential")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).hasSize(64).isNotEqualTo(token);
        }
    }

    @EachDatabase
    void a_revoked_token_is_dead_here_at_once_and_elsewhere_within_a_second(TestDatabase db) {
        AtomicLong nanos = new AtomicLong();
        Node here = new Node(db).with("it", Role.IT, "340603");
        Node there = new Node(db, nanos::get);
        String token = token(here, "it");
        assertThat(here.door.byToken(token)).isPresent();
        assertThat(there.door.byToken(token)).isPresent();
        here.credentials.revoke(new Secret(token));
        assertThat(here.door.byToken(token)).isEmpty();
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(there.door.byToken(token)).isEmpty();
    }

    @EachDatabase
    void all_of_an_account_but_one_are_taken_back(TestDatabase db) {
        Node node = new Node(db).with("it", Role.IT, "340603").with("district", Role.DISTRICT, "340603");
        String kept = session(node, "it");
        String gone = session(node, "it");
        String others = session(node, "district");
        assertThat(node.credentials.revokeAll("it", Optional.of(new Secret(kept))))
                .isEqualTo(1);
        assertThat(node.door.bySession(kept)).isPresent();
        assertThat(node.door.bySession(gone)).isEmpty();
        assertThat(node.door.bySession(others)).isPresent();
    }

    @EachDatabase
    void a_token_ends_when_its_time_is_over_even_if_it_is_used_all_the_time(TestDatabase db) {
        Node node = new Node(db).with("it", Role.IT, "340603");
        String token = token(node, "it");
        db.clock().forward(Duration.ofHours(24).minusMillis(1));
        assertThat(node.door.byToken(token)).isPresent();
        db.clock().forward(Duration.ofMillis(1));
        assertThat(node.door.byToken(token)).isEmpty();
    }

    @EachDatabase
    void a_session_ends_when_nobody_uses_it_and_lives_when_somebody_does(TestDatabase db) {
        Node node = new Node(db).with("it", Role.IT, "340603");
        String used = session(node, "it");
        String idle = session(node, "it");
        for (int hour = 0; hour < 3; hour++) {
            db.clock().forward(Duration.ofMinutes(119));
            node.cache.clear();
            assertThat(node.door.bySession(used)).isPresent();
        }
        assertThat(node.door.bySession(idle)).isEmpty();
    }

    @EachDatabase
    void that_a_session_was_seen_is_written_once_a_minute_at_most(TestDatabase db) throws Exception {
        Node node = new Node(db).with("it", Role.IT, "340603");
        String session = session(node, "it");
        Object made = seenAt(db);
        db.clock().forward(Duration.ofSeconds(59));
        node.door.bySession(session);
        assertThat(seenAt(db)).isEqualTo(made);
        node.cache.clear();
        db.clock().forward(Duration.ofSeconds(1));
        node.door.bySession(session);
        assertThat(seenAt(db)).isNotEqualTo(made);
    }

    @EachDatabase
    void a_closed_account_has_no_way_in(TestDatabase db) {
        Node node = new Node(db).with("it", Role.IT, "340603");
        String token = token(node, "it");
        node.accounts.change(
                "it",
                new AccountChange(Optional.empty(), Optional.empty(), Optional.of(false), Optional.empty()),
                Optional.empty());
        node.cache.clear();
        assertThat(node.door.byToken(token)).isEmpty();
    }

    @EachDatabase
    void what_has_expired_is_cleared_away(TestDatabase db) throws Exception {
        Node node = new Node(db).with("it", Role.IT, "340603");
        token(node, "it");
        node.credentials.purge();
        assertThat(seenAt(db)).isNotNull();
        db.clock().forward(Duration.ofHours(25));
        node.credentials.purge();
        assertThat(seenAt(db)).isNull();
    }

    @EachDatabase
    void permissions_follow_the_modules_that_come_and_go_and_the_live_version_counts(TestDatabase db) {
        Node node = new Node(db).with("street.east", Role.STREET, "340603002");
        String token = token(node, "street.east");
        Module old = matters("1.0.0", "matters.old");
        Module fresh = matters("1.1.0", "matters.new");
        node.permissions.addModule(old, Map.of());
        assertThat(node.door.byToken(token).orElseThrow().may("matters.old", EAST))
                .isTrue();
        node.permissions.addModule(fresh, Map.of());
        assertThat(node.door.byToken(token).orElseThrow().may("matters.new", EAST))
                .isTrue();
        node.permissions.addModule(old, Map.of("ezhili.live", true));
        assertThat(node.door.byToken(token).orElseThrow().may("matters.new")).isFalse();
        assertThat(node.door.byToken(token).orElseThrow().may("matters.old")).isTrue();
        node.permissions.removeModule(old, Map.of("ezhili.live", true));
        node.permissions.removeModule(old, Map.of());
        node.permissions.removeModule(fresh, Map.of());
        assertThat(node.door.byToken(token).orElseThrow().permissions()).containsOnlyKeys(SecurityPermissions.ACCOUNTS);
    }

    @EachDatabase
    void a_module_gives_nobody_permissions_of_another(TestDatabase db) {
        Node node = new Node(db).with("resident", Role.STREET, "340603002");
        String token = token(node, "resident");
        node.permissions.addModule(matters("1.0.0", SecurityPermissions.AUDIT), Map.of("ezhili.live", true));
        node.permissions.addModule(matters("1.1.0", "releases.upgrade"), Map.of());
        node.permissions.addModule(matters("1.2.0", "mattersandmore.read"), Map.of());
        assertThat(node.door.byToken(token).orElseThrow().permissions()).containsOnlyKeys(SecurityPermissions.ACCOUNTS);
    }

    private static Module matters(String version, String permission) {
        ModuleInfo info = new ModuleInfo(
                "matters",
                version,
                LocalText.of("事件", "Matters"),
                Set.of(),
                List.of(Permission.of(permission, "看", "Look", Role.STREET)),
                true);
        return new Module() {
            @Override
            public ModuleInfo info() {
                return info;
            }

            @Override
            public Health health() {
                return Health.good();
            }
        };
    }

    private static Object seenAt(TestDatabase db) throws Exception {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT seen_at FROM security.credential")) {
            return row.next() ? row.getTimestamp(1) : null;
        }
    }

    private static String token(Node node, String account) {
        return node.credentials.issue(Kind.TOKEN, account).secret().value();
    }

    private static String session(Node node, String account) {
        return node.credentials.issue(Kind.SESSION, account).secret().value();
    }
}
