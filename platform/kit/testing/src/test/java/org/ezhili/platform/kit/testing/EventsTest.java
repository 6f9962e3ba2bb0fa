package org.ezhili.platform.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.Delivery;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Subscription;
import org.ezhili.platform.module.Switches;
import org.ezhili.platform.persistence.internal.events.EventRelay;
import org.junit.jupiter.api.AfterEach;

class EventsTest {

    private static final AreaCode EAST = AreaCode.of("340603002");

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final List<EventRelay> relays = new ArrayList<>();

    @AfterEach
    void stop_the_relays() {
        relays.forEach(EventRelay::stop);
    }

    @EachDatabase
    void an_event_reaches_its_consumer_once_and_in_order(TestDatabase db) {
        relay(db, delivery -> effect(db, delivery));
        publish(db, "a", "b", "c");

        await().untilAsserted(() -> assertThat(seen).containsExactly("a", "b", "c"));
    }

    @EachDatabase
    void an_event_of_a_change_that_is_rolled_back_never_happened(TestDatabase db) {
        relay(db, delivery -> effect(db, delivery));
        try {
            db.database().write(work -> {
                work.publish(new NoteWritten("ghost", EAST));
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            publish(db, "real");
        }

        await().untilAsserted(() -> assertThat(seen).containsExactly("real"));
    }

    @EachDatabase
    void a_consumer_that_fails_gets_the_event_again_and_the_effect_stays_one(TestDatabase db) {
        AtomicBoolean failOnce = new AtomicBoolean(true);
        relay(db, delivery -> {
            effect(db, delivery);
            if (failOnce.getAndSet(false)) {
                throw new IllegalStateException("after the effect, before the receipt");
            }
        });
        publish(db, "a");
        await().untilAsserted(() -> assertThat(failOnce).isFalse());
        db.clock().forward(Duration.ofMinutes(1));
        publish(db, "b");

        await().untilAsserted(() -> assertThat(seen).contains("a", "b"));
        assertThat(Collections.frequency(seen, "a")).isEqualTo(1);
    }

    @EachDatabase
    void a_module_that_is_off_for_a_street_is_not_told_what_happens_there(TestDatabase db) {
        AtomicBoolean on = new AtomicBoolean();
        relay(db, delivery -> effect(db, delivery)).addSwitches(new Switches() {
            @Override
            public boolean isOn(String module, AreaCode area) {
                return on.get();
            }

            @Override
            public Set<AreaCode> offStreets(String module) {
                return Set.of();
            }
        });
        publish(db, "while off");
        await().untilAsserted(() -> assertThat(waiting(db)).isZero());
        on.set(true);
        publish(db, "while on");

        await().untilAsserted(() -> assertThat(seen).containsExactly("while on"));
    }

    @EachDatabase
    void two_nodes_at_once_deliver_each_event_once(TestDatabase db) {
        relay(db, delivery -> effect(db, delivery));
        relay(db, delivery -> effect(db, delivery));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            names.add("n" + i);
        }
        publish(db, names.toArray(new String[0]));

        await().untilAsserted(() -> assertThat(seen).hasSize(50));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(names);
    }

    @EachDatabase
    void however_many_events_fail_the_others_come_through(TestDatabase db) {
        relay(db, delivery -> {
            if (delivery.event().note().startsWith("bad")) {
                throw new IllegalStateException("as always");
            }
            effect(db, delivery);
        });
        String[] bad = IntStream.range(0, 450).mapToObj(i -> "bad" + i).toArray(String[]::new);
        publish(db, bad);
        publish(db, "good");

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(seen).containsExactly("good"));
    }

    @EachDatabase
    void a_handler_that_breaks_is_tried_again_and_stops_nobody(TestDatabase db) {
        relay(db, delivery -> {
            if (delivery.event().note().equals("broken")) {
                throw new NoClassDefFoundError("gone with its bundle");
            }
            effect(db, delivery);
        });
        publish(db, "broken", "whole");

        await().untilAsserted(() -> assertThat(seen).containsExactly("whole"));
    }

    @EachDatabase
    void a_node_that_takes_long_keeps_its_hold_on_the_consumer(TestDatabase db) {
        relay(db, delivery -> {
            if (isHeld(db)) {
                effect(db, delivery);
            }
            db.clock().forward(Duration.ofSeconds(20));
        });
        publish(db, "a", "b", "c", "d");

        await().untilAsserted(() -> assertThat(seen).containsExactly("a", "b", "c", "d"));
    }

    @EachDatabase
    void a_consumer_that_never_returns_holds_up_no_other(TestDatabase db) {
        CountDownLatch never = new CountDownLatch(1);
        EventRelay relay = new EventRelay(db.clock());
        relay.addModule(new Notes("stuck", delivery -> waitFor(never)));
        relay.addModule(new Notes("notes", delivery -> effect(db, delivery)));
        relay.start(db.dataSource());
        relays.add(relay);
        publish(db, "a", "b");

        await().untilAsserted(() -> assertThat(seen).containsExactly("a", "b"));
        publish(db, "c");
        await().untilAsserted(() -> assertThat(seen).containsExactly("a", "b", "c"));
        never.countDown();
    }

    @EachDatabase
    void what_a_node_held_that_died_another_takes_over_within_seconds(TestDatabase db) throws SQLException {
        execute(
                db,
                "INSERT INTO platform.consumer (name, type) VALUES ('notes.written', '" + NoteWritten.class.getName()
                        + "')");
        hold(db, "notes.written", "a node that died", Duration.ofSeconds(15));
        relay(db, delivery -> effect(db, delivery));
        publish(db, "a");

        await().during(Duration.ofMillis(1500))
                .untilAsserted(() -> assertThat(seen).isEmpty());
        db.clock().forward(Duration.ofSeconds(16));

        await().untilAsserted(() -> assertThat(seen).containsExactly("a"));
    }

    @EachDatabase
    void a_node_with_nothing_to_deliver_holds_nothing(TestDatabase db) {
        relay(db, delivery -> effect(db, delivery));
        publish(db, "a");
        await().untilAsserted(() -> assertThat(seen).containsExactly("a"));

        await().untilAsserted(() -> assertThat(isHeld(db)).isFalse());
    }

    @EachDatabase
    void a_handler_that_takes_long_is_not_begun_on_another_node(TestDatabase db) {
        AtomicInteger begun = new AtomicInteger();
        CountDownLatch slow = new CountDownLatch(1);
        for (int node = 0; node < 2; node++) {
            relay(db, delivery -> {
                begun.incrementAndGet();
                waitFor(slow);
                effect(db, delivery);
            });
        }
        publish(db, "a");
        await().untilAsserted(() -> assertThat(begun).hasValue(1));

        for (int i = 0; i < 4; i++) {
            Instant before = db.clock().instant();
            db.clock().forward(Duration.ofSeconds(10));
            await().untilAsserted(() -> assertThat(heldUntil(db)).isAfter(before.plus(Duration.ofSeconds(20))));
        }
        slow.countDown();

        await().untilAsserted(() -> assertThat(seen).containsExactly("a"));
        assertThat(begun).hasValue(1);
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hold(TestDatabase db, String consumer, String node, Duration time) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "UPDATE platform.consumer SET held_by = ?, held_until = ? WHERE name = ?")) {
            update.setString(1, node);
            update.setTimestamp(
                    2,
                    Timestamp.valueOf(
                            LocalDateTime.ofInstant(db.clock().instant().plus(time), ZoneOffset.UTC)));
            update.setString(3, consumer);
            update.executeUpdate();
        }
    }

    private static void execute(TestDatabase db, String sql) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static Instant heldUntil(TestDatabase db) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT held_until FROM platform.consumer")) {
            row.next();
            return row.getTimestamp(1).toLocalDateTime().toInstant(ZoneOffset.UTC);
        }
    }

    private static boolean isHeld(TestDatabase db) {
        try (Connection connection = db.dataSource().getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT COUNT(*) FROM platform.consumer WHERE held_until > ?")) {
            select.setTimestamp(
                    1, Timestamp.valueOf(LocalDateTime.ofInstant(db.clock().instant(), ZoneOffset.UTC)));
            try (ResultSet row = select.executeQuery()) {
                return row.next() && row.getInt(1) == 1;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private void effect(TestDatabase db, Delivery<NoteWritten> delivery) {
        boolean first = db.database().write(work -> work.firstTime(delivery));
        if (first) {
            seen.add(delivery.event().note());
        }
    }

    private static void publish(TestDatabase db, String... notes) {
        for (String note : notes) {
            db.database().write(work -> {
                work.publish(new NoteWritten(note, EAST));
                return note;
            });
        }
    }

    private EventRelay relay(TestDatabase db, Consumer<Delivery<NoteWritten>> handler) {
        EventRelay relay = new EventRelay(db.clock());
        relay.addModule(new Notes("notes", handler));
        relay.start(db.dataSource());
        relays.add(relay);
        return relay;
    }

    /** Events not yet handed out, and those not yet handed over. */
    private static int waiting(TestDatabase db) throws SQLException {
        try (Connection connection = db.dataSource().getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT (SELECT COUNT(*) FROM platform.outbox WHERE fanned = FALSE)"
                                + " + (SELECT COUNT(*) FROM platform.delivery) FROM platform.consumer");
                ResultSet rows = select.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 1;
        }
    }

    private record Notes(String id, Consumer<Delivery<NoteWritten>> handler) implements Module {

        @Override
        public ModuleInfo info() {
            return new ModuleInfo(id, "1.0.0", LocalText.of("笔记", "Notes"), Set.of(), List.of(), true);
        }

        @Override
        public List<Subscription<?>> subscriptions() {
            return List.of(new Subscription<>("written", NoteWritten.class, handler));
        }

        @Override
        public Health health() {
            return Health.good();
        }
    }
}
