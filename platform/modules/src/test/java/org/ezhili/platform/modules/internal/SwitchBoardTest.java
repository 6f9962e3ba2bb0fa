package org.ezhili.platform.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.modules.internal.domain.Switch;
import org.ezhili.platform.modules.internal.domain.SwitchOutcome;
import org.ezhili.platform.modules.internal.domain.SwitchOutcome.Done;
import org.ezhili.platform.modules.internal.domain.SwitchOutcome.Refused;
import org.ezhili.platform.modules.internal.domain.SwitchOutcome.Unknown;
import org.ezhili.platform.modules.internal.domain.SwitchPlan.Verdict;
import org.ezhili.platform.modules.internal.store.SwitchStore;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.persistence.Work;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.junit.jupiter.api.AfterEach;

class SwitchBoardTest {

    private static final Caller IT = caller("it", Sample.DISTRICT);
    private static final Caller EAST_OFFICE = caller("street.east", Sample.EAST);

    private final List<String> audited = Collections.synchronizedList(new ArrayList<>());
    private final Audit audit =
            (who, action, subject, area, outcome) -> audited.add(who.account() + " " + subject + " " + outcome);
    private final List<StreetSwitches> nodes = new ArrayList<>();

    @AfterEach
    void stop_looking() {
        nodes.forEach(StreetSwitches::stop);
    }

    @EachDatabase
    void without_a_word_everything_is_on(TestDatabase db) {
        StreetSwitches switches = node(db);
        assertThat(switches.isOn("matters", Sample.EAST)).isTrue();
        assertThat(switches.offStreets("matters")).isEmpty();
        assertThat(board(db, switches).streets(Set.of(Sample.DISTRICT)))
                .extracting(street -> street.area().code(), SwitchBoard.Street::modules)
                .containsExactly(tuple(Sample.EAST, allOn()), tuple(Sample.WEST, allOn()));
    }

    @EachDatabase
    void off_for_one_street_is_off_there_and_nowhere_else(TestDatabase db) {
        StreetSwitches switches = node(db);
        assertThat(turn(db, switches, IT, Sample.EAST, "points", false)).isEqualTo(done(false));
        assertThat(switches.isOn("points", Sample.EAST)).isFalse();
        assertThat(switches.isOn("points", AreaCode.of("340603002001001"))).isFalse();
        assertThat(switches.isOn("points", Sample.WEST)).isTrue();
        assertThat(switches.isOn("points", Sample.DISTRICT)).isTrue();
        assertThat(switches.isOn("matters", Sample.EAST)).isTrue();
        assertThat(switches.offStreets("points")).containsExactly(Sample.EAST);
        assertThat(turn(db, switches, IT, Sample.EAST, "points", true)).isEqualTo(done(true));
        assertThat(switches.isOn("points", Sample.EAST)).isTrue();
    }

    @EachDatabase
    void the_same_wish_twice_is_done_once(TestDatabase db) {
        StreetSwitches switches = node(db);
        assertThat(turn(db, switches, IT, Sample.EAST, "points", true)).isEqualTo(done(true));
        assertThat(audited).isEmpty();
        turn(db, switches, IT, Sample.EAST, "points", false);
        assertThat(turn(db, switches, IT, Sample.EAST, "points", false)).isEqualTo(done(false));
        assertThat(audited).containsExactly("it points off");
    }

    @EachDatabase
    void while_the_database_is_away_at_the_start_nobody_is_let_in_and_then_all_is_well(TestDatabase db) {
        turn(db, node(db), IT, Sample.EAST, "points", false);
        StreetSwitches late = new StreetSwitches(new SwitchStore(new Flaky(db), db.clock()));
        nodes.add(late);
        assertThatThrownBy(() -> late.isOn("points", Sample.EAST))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().status()).isEqualTo(503));
        await().atMost(Duration.ofSeconds(5)).ignoreExceptions().untilAsserted(() -> assertThat(
                        late.isOn("points", Sample.EAST))
                .isFalse());
    }

    @EachDatabase
    void another_node_follows_within_a_second(TestDatabase db) {
        StreetSwitches here = node(db);
        StreetSwitches there = node(db);
        turn(db, here, IT, Sample.EAST, "points", false);
        await().atMost(Duration.ofSeconds(2)).until(() -> !there.isOn("points", Sample.EAST));
    }

    @EachDatabase
    void a_node_that_starts_later_knows_it_all(TestDatabase db) {
        turn(db, node(db), IT, Sample.EAST, "points", false);
        assertThat(node(db).isOn("points", Sample.EAST)).isFalse();
    }

    @EachDatabase
    void the_core_cannot_be_switched(TestDatabase db) {
        StreetSwitches switches = node(db);
        for (String core : List.of("grid", "platform")) {
            assertThat(turn(db, switches, IT, Sample.EAST, core, false)).isEqualTo(new Refused(new Verdict.Core()));
        }
    }

    @EachDatabase
    void what_is_needed_stays_on(TestDatabase db) {
        StreetSwitches switches = node(db);
        assertThat(turn(db, switches, IT, Sample.EAST, "matters", false))
                .isEqualTo(new Refused(new Verdict.NeededBy(List.of("points"))));
        assertThat(switches.isOn("matters", Sample.EAST)).isTrue();
        turn(db, switches, IT, Sample.EAST, "points", false);
        assertThat(turn(db, switches, IT, Sample.EAST, "matters", false)).isEqualTo(done(false));
        assertThat(turn(db, switches, IT, Sample.EAST, "points", true))
                .isEqualTo(new Refused(new Verdict.Needs(List.of("matters"))));
    }

    @EachDatabase
    void what_a_module_needs_is_switched_on_along_with_it_if_that_is_wished(TestDatabase db) {
        StreetSwitches switches = node(db);
        turn(db, switches, IT, Sample.EAST, "points", false);
        turn(db, switches, IT, Sample.EAST, "matters", false);
        audited.clear();
        assertThat(board(db, switches).turn(IT, new Switch(Sample.EAST, "points"), true, true))
                .isEqualTo(new Done(true, List.of("matters")));
        assertThat(switches.isOn("points", Sample.EAST)).isTrue();
        assertThat(switches.isOn("matters", Sample.EAST)).isTrue();
        assertThat(audited).containsExactly("it matters on", "it points on");
    }

    @EachDatabase
    void a_module_that_needs_what_is_not_installed_stays_off(TestDatabase db) {
        StreetSwitches switches = node(db);
        turn(db, switches, IT, Sample.EAST, "parking", false);
        assertThat(board(db, switches).turn(IT, new Switch(Sample.EAST, "parking"), true, true))
                .isEqualTo(new Refused(new Verdict.Missing(List.of("cameras"))));
        assertThat(switches.isOn("parking", Sample.EAST)).isFalse();
    }

    @EachDatabase
    void wishes_at_the_same_time_never_leave_a_module_on_whose_need_is_off(TestDatabase db) {
        StreetSwitches switches = node(db);
        turn(db, switches, IT, Sample.EAST, "points", false);
        SwitchBoard board = board(db, switches);
        IntStream.range(0, 20).parallel().forEach(number -> {
            board.turn(
                    IT,
                    new Switch(Sample.EAST, number % 2 == 0 ? "points" : "matters"),
                    number % 4 < 2,
                    number % 3 == 0);
        });
        switches.refresh();
        assertThat(switches.isOn("points", Sample.EAST) && !switches.isOn("matters", Sample.EAST))
                .isFalse();
    }

    @EachDatabase
    void an_unknown_street_or_module_is_not_there(TestDatabase db) {
        StreetSwitches switches = node(db);
        assertThat(turn(db, switches, IT, AreaCode.of("340603999"), "points", false))
                .isEqualTo(new Unknown());
        assertThat(turn(db, switches, IT, Sample.DISTRICT, "points", false)).isEqualTo(new Unknown());
        assertThat(turn(db, switches, IT, AreaCode.of("340603002001"), "points", false))
                .isEqualTo(new Unknown());
        assertThat(turn(db, switches, IT, Sample.EAST, "nothing", false)).isEqualTo(new Unknown());
        assertThat(audited).isEmpty();
    }

    @EachDatabase
    void a_street_office_switches_its_own_street_only_and_a_try_elsewhere_is_written_down(TestDatabase db) {
        StreetSwitches switches = node(db);
        assertThat(turn(db, switches, EAST_OFFICE, Sample.EAST, "points", false))
                .isEqualTo(done(false));
        assertThat(turn(db, switches, EAST_OFFICE, Sample.WEST, "points", false))
                .isEqualTo(new Unknown());
        assertThat(switches.isOn("points", Sample.WEST)).isTrue();
        assertThat(audited).containsExactly("street.east points off", "street.east points foreign-area");
    }

    @EachDatabase
    void without_the_area_tree_the_answer_is_later(TestDatabase db) {
        StreetSwitches switches = node(db);
        SwitchBoard board = new SwitchBoard(
                Sample.catalogue(), new Streets(), new SwitchStore(db.database(), db.clock()), switches, audit);
        assertThatThrownBy(() -> board.streets(Set.of(Sample.DISTRICT)))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(503);
                    assertThat(refusal.problem().retryAfterSeconds()).isPositive();
                });
    }

    private SwitchOutcome turn(
            TestDatabase db, StreetSwitches switches, Caller who, AreaCode street, String module, boolean on) {
        return board(db, switches).turn(who, new Switch(street, module), on, false);
    }

    private SwitchBoard board(TestDatabase db, StreetSwitches switches) {
        return new SwitchBoard(
                Sample.catalogue(),
                new Streets(new Sample.Tree()),
                new SwitchStore(db.database(), db.clock()),
                switches,
                audit);
    }

    private StreetSwitches node(TestDatabase db) {
        StreetSwitches node = new StreetSwitches(new SwitchStore(db.database(), db.clock()));
        nodes.add(node);
        return node;
    }

    private static Map<String, Boolean> allOn() {
        return Map.of("grid", true, "matters", true, "parking", true, "platform", true, "points", true);
    }

    private static Done done(boolean on) {
        return new Done(on, List.of());
    }

    private static Caller caller(String account, AreaCode area) {
        return new Caller(account, account, List.of(), Map.of(PlatformPermissions.SWITCH, Set.of(area)));
    }

    /** A database that is away the first time. */
    private record Flaky(Database database, AtomicBoolean away) implements Database {

        Flaky(TestDatabase db) {
            this(db.database(), new AtomicBoolean(true));
        }

        @Override
        public <T> T read(Function<EntityManager, T> query) {
            if (away.getAndSet(false)) {
                throw ProblemException.of(503, "database-away");
            }
            return database.read(query);
        }

        @Override
        public <T> T write(Function<Work, T> change) {
            return database.write(change);
        }

        @Override
        public Once once(IdempotencyKey key, Function<Work, String> change) {
            return database.once(key, change);
        }
    }
}
