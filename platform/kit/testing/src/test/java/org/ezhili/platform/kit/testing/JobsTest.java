package org.ezhili.platform.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Job;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.persistence.internal.JobRunner;
import org.junit.jupiter.api.AfterEach;

class JobsTest {

    private static final Duration DAILY = Duration.ofDays(1);

    private final List<JobRunner> runners = new ArrayList<>();
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void stop_the_runners() {
        never.countDown();
        runners.forEach(JobRunner::stop);
    }

    @EachDatabase
    void a_job_runs_on_one_node_of_three(TestDatabase db) {
        AtomicInteger runs = new AtomicInteger();
        for (int node = 0; node < 3; node++) {
            runner(db, "node" + node, new Duties("notes", List.of(new Job("daily", DAILY, runs::incrementAndGet))));
        }

        await().untilAsserted(() -> assertThat(runs).hasValue(1));
        await().during(Duration.ofSeconds(2))
                .untilAsserted(() -> assertThat(runs).hasValue(1));
    }

    @EachDatabase
    void a_job_that_fails_or_breaks_runs_again(TestDatabase db) {
        AtomicInteger runs = new AtomicInteger();
        runner(db, "node", new Duties("notes", List.of(new Job("often", Duration.ofSeconds(1), () -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("as always");
            }
            throw new NoClassDefFoundError("gone with its bundle");
        }))));

        await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(2));
    }

    @EachDatabase
    void a_job_that_a_dead_node_had_begun_is_run_by_another(TestDatabase db) throws SQLException {
        begunBy("a node that died", db, "notes.daily");
        AtomicInteger runs = new AtomicInteger();

        runner(db, "node", new Duties("notes", List.of(new Job("daily", DAILY, runs::incrementAndGet))));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(runs).hasValue(1));
    }

    @EachDatabase
    void a_module_whose_jobs_never_end_holds_up_no_other(TestDatabase db) {
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger stuck = new AtomicInteger();
        List<Job> stuckJobs = IntStream.range(0, 12)
                .mapToObj(i -> new Job("stuck-" + (char) ('a' + i), DAILY, () -> {
                    stuck.incrementAndGet();
                    waitForEver();
                }))
                .toList();
        runner(
                db,
                "node",
                new Duties("bad", stuckJobs),
                new Duties("good", List.of(new Job("often", Duration.ofSeconds(1), runs::incrementAndGet))));

        await().untilAsserted(() -> assertThat(runs).hasValueGreaterThan(2));
        assertThat(stuck).hasValueLessThanOrEqualTo(2);
    }

    @EachDatabase
    void a_job_that_came_while_the_database_was_away_runs_when_it_is_back(TestDatabase db) {
        AtomicInteger runs = new AtomicInteger();
        JobRunner runner = new JobRunner(Duration.ofMillis(400));
        runners.add(runner);
        try (HikariDataSource line = new HikariDataSource()) {
            line.setJdbcUrl(((HikariDataSource) db.dataSource()).getJdbcUrl());
            runner.start(line, "node");
        }
        runner.addModule(new Duties("notes", List.of(new Job("daily", DAILY, runs::incrementAndGet))));
        runner.stop();

        runner.start(db.dataSource(), "node");

        await().untilAsserted(() -> assertThat(runs).hasValue(1));
    }

    private void waitForEver() {
        try {
            never.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void begunBy(String node, TestDatabase db, String job) throws SQLException {
        Timestamp longAgo = Timestamp.valueOf(LocalDateTime.now(ZoneOffset.UTC).minusMinutes(10));
        try (Connection connection = db.dataSource().getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO platform.scheduled_tasks"
                        + " (task_name, task_instance, execution_time, picked, picked_by, last_heartbeat, version)"
                        + " VALUES ('module-job', ?, ?, TRUE, ?, ?, 1)")) {
            insert.setString(1, job);
            insert.setTimestamp(2, longAgo);
            insert.setString(3, node);
            insert.setTimestamp(4, longAgo);
            insert.executeUpdate();
        }
    }

    private void runner(TestDatabase db, String node, Module... modules) {
        JobRunner runner = new JobRunner(Duration.ofMillis(400));
        List.of(modules).forEach(runner::addModule);
        runner.start(db.dataSource(), node);
        runners.add(runner);
    }

    private record Duties(String id, List<Job> jobs) implements Module {

        @Override
        public ModuleInfo info() {
            return new ModuleInfo(id, "1.0.0", LocalText.of("笔记", "Notes"), Set.of(), List.of(), true);
        }

        @Override
        public Health health() {
            return Health.good();
        }
    }
}
