package org.ezhili.platform.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.ezhili.platform.Ids;
import org.ezhili.platform.Node;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.internal.nodes.NodeName;
import org.ezhili.platform.persistence.internal.nodes.OwnNode;
import org.junit.jupiter.api.AfterEach;

class NodesTest {

    private static final Duration LONGER_THAN_A_HOLD = Duration.ofSeconds(21);

    private final List<OwnNode> nodes = new ArrayList<>();

    @AfterEach
    void stop_the_nodes() {
        nodes.forEach(OwnNode::stop);
    }

    @EachDatabase
    void two_nodes_take_two_numbers_and_see_each_other(TestDatabase db) throws SQLException {
        OwnNode first = started(db, "east");
        OwnNode second = started(db, "west");

        assertThat(first.mine().number()).isNotEqualTo(second.mine().number());
        assertThat(first.present()).extracting(Node::name).containsExactly("east", "west");
        assertThat(second.present()).isEqualTo(first.present());
    }

    @EachDatabase
    void thirty_nodes_that_start_at_once_take_thirty_numbers(TestDatabase db) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(12);
        try {
            List<Callable<Integer>> starts = IntStream.range(0, 30)
                    .<Callable<Integer>>mapToObj(i -> () -> {
                        OwnNode node = node(db, "n" + i, Optional.empty(), db.clock());
                        while (!node.start(db.dataSource())) {
                            Thread.onSpinWait();
                        }
                        return node.mine().number();
                    })
                    .toList();
            Set<Integer> numbers = new HashSet<>();
            for (Future<Integer> start : threads.invokeAll(starts)) {
                numbers.add(start.get());
            }
            assertThat(numbers).hasSize(30);
        } finally {
            threads.shutdownNow();
        }
    }

    @EachDatabase
    void a_node_that_was_stopped_is_gone_at_once_and_gets_its_number_again(TestDatabase db) throws SQLException {
        started(db, "other");
        OwnNode node = started(db, "east");
        int number = node.mine().number();

        node.stop();
        db.clock().forward(Duration.ofSeconds(2));

        assertThat(started(db, "third").mine().number()).isNotEqualTo(number);
        assertThat(started(db, "east").mine().number()).isEqualTo(number);
    }

    @EachDatabase
    void a_stopped_node_makes_no_ids(TestDatabase db) throws SQLException {
        OwnNode node = started(db, "east");
        node.stop();

        assertRefused(node);
        assertThatThrownBy(node::mine).isInstanceOf(ProblemException.class);
    }

    @EachDatabase
    void a_node_without_a_number_makes_no_ids(TestDatabase db) {
        assertRefused(node(db, "east", Optional.empty(), db.clock()));
    }

    @EachDatabase
    void the_second_node_with_one_number_gets_none(TestDatabase db) throws SQLException {
        OwnNode first = node(db, "east", Optional.of(7), db.clock());
        OwnNode second = node(db, "west", Optional.of(7), db.clock());

        assertThat(first.start(db.dataSource())).isTrue();
        assertThat(second.start(db.dataSource())).isFalse();

        assertThat(first.mine().number()).isEqualTo(7);
        assertRefused(second);
        db.clock().forward(Duration.ofSeconds(15));
        first.renew();
        db.clock().forward(Duration.ofSeconds(15));
        assertThat(second.start(db.dataSource())).isFalse();
        assertThat(first.next()).isPositive();
    }

    @EachDatabase
    void a_number_that_was_told_is_had_again_when_its_dead_holder_is_not_heard_of(TestDatabase db) throws SQLException {
        assertThat(node(db, "east", Optional.of(7), db.clock()).start(db.dataSource()))
                .isTrue();
        OwnNode again = node(db, "east", Optional.of(7), db.clock());

        assertThat(again.start(db.dataSource())).isFalse();
        db.clock().forward(LONGER_THAN_A_HOLD);

        assertThat(again.start(db.dataSource())).isTrue();
    }

    @EachDatabase
    void a_node_that_could_not_renew_makes_no_ids_and_goes_on_when_it_can(TestDatabase db) throws SQLException {
        OwnNode node = started(db, "east");

        db.clock().forward(LONGER_THAN_A_HOLD);

        assertRefused(node);
        node.renew();
        assertThat(node.next()).isPositive();
    }

    @EachDatabase
    void a_node_that_was_taken_for_dead_gets_another_number(TestDatabase db) throws SQLException {
        OwnNode silent = node(db, "east", Optional.empty(), db.clock());
        assertThat(silent.start(db.dataSource())).isTrue();
        int number = silent.mine().number();
        db.clock().forward(LONGER_THAN_A_HOLD);
        assertThat(started(db, "east").mine().number()).isEqualTo(number);

        assertRefused(silent);
        silent.renew();

        assertThat(silent.mine().number()).isNotEqualTo(number);
        assertThat(silent.next()).isPositive();
    }

    @EachDatabase
    void two_holders_of_one_number_never_make_one_id_though_the_clock_of_the_first_is_behind(TestDatabase db)
            throws SQLException {
        HandClock behind = new HandClock();
        OwnNode first = node(db, "east", Optional.of(7), behind);
        assertThat(first.start(db.dataSource())).isTrue();
        db.clock().forward(LONGER_THAN_A_HOLD);
        OwnNode second = node(db, "west", Optional.of(7), db.clock());
        assertThat(second.start(db.dataSource())).isTrue();
        Set<Long> ids = new HashSet<>();

        for (int i = 0; i < 20_000; i++) {
            behind.forward(Duration.ofMillis(1));
            assertThat(ids.add(first.next())).isTrue();
            assertThat(ids.add(second.next())).isTrue();
        }

        behind.forward(Duration.ofMillis(1));
        assertRefused(first);
    }

    @EachDatabase
    void a_clock_that_is_set_back_repeats_no_id(TestDatabase db) throws SQLException {
        OwnNode node = started(db, "east");
        Set<Long> ids = new HashSet<>();

        for (int i = 0; i < 1_000; i++) {
            db.clock().forward(Duration.ofMinutes(i % 2 == 0 ? -1 : 1));
            node.renew();
            assertThat(ids.add(node.next())).isTrue();
        }
    }

    @EachDatabase
    void a_node_that_died_is_not_listed_when_its_hold_has_run_out(TestDatabase db) throws SQLException {
        started(db, "dead");
        OwnNode alive = started(db, "alive");

        db.clock().forward(LONGER_THAN_A_HOLD);
        alive.renew();

        assertThat(alive.present()).extracting(Node::name).containsExactly("alive");
    }

    @EachDatabase
    void a_database_that_is_away_ends_the_ids_when_the_hold_is_over_and_is_told_as_away(TestDatabase db)
            throws SQLException {
        OwnNode node = node(db, "east", Optional.empty(), db.clock());
        try (HikariDataSource line = new HikariDataSource()) {
            line.setJdbcUrl(((HikariDataSource) db.dataSource()).getJdbcUrl());
            assertThat(node.start(line)).isTrue();
        }

        node.renew();
        assertThat(node.next()).isPositive();
        db.clock().forward(LONGER_THAN_A_HOLD);
        node.renew();

        assertRefused(node);
        assertThatThrownBy(node::present).isInstanceOfSatisfying(ProblemException.class, away -> assertThat(
                        away.problem().code())
                .isEqualTo("database-away"));
    }

    private static void assertRefused(Ids ids) {
        assertThatThrownBy(ids::next).isInstanceOfSatisfying(ProblemException.class, refused -> {
            assertThat(refused.problem().status()).isEqualTo(503);
            assertThat(refused.problem().code()).isEqualTo("node-number");
        });
    }

    private OwnNode started(TestDatabase db, String name) throws SQLException {
        OwnNode node = node(db, name, Optional.empty(), db.clock());
        assertThat(node.start(db.dataSource())).isTrue();
        return node;
    }

    private OwnNode node(TestDatabase db, String name, Optional<Integer> number, Clock clock) {
        OwnNode node = new OwnNode(new NodeName(name, number), clock);
        synchronized (nodes) {
            nodes.add(node);
        }
        return node;
    }
}
