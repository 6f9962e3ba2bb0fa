package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The district on PostgreSQL, which can go away by itself. */
class OnPostgresIT extends TheDistrictWorks {

    private static final Duration GONE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(12);

    /** Whoever needs the database says that it is away: the pool, the scheduler of jobs, those who look for changes. */
    private static final String[] THE_DATABASE_IS_AWAY = {
        "HikariPool-1 - ",
        "Unhandled exception. Will keep running.",
        "database-away",
        "until the database answers",
        "failed and runs again",
        "it is tried again",
        "the database does not answer",
        "upgrades wait until"
    };

    private Postgres postgres;
    private int faultsSince = -1;

    @Override
    Database database() {
        postgres = new Postgres(
                Path.of("target", "postgres-" + ProcessHandle.current().pid()));
        return postgres;
    }

    @Test
    void while_the_database_is_gone_people_are_told_to_come_back_and_then_all_is_well_without_a_restart() {
        Matter matter = reported(RESIDENT, GRID);
        faultsSince = district().log().end();
        List<Answer> answers = new ArrayList<>();
        postgres.stop();
        try {
            Instant end = Instant.now().plus(GONE);
            await().atMost(GONE.plus(PATIENCE)).until(() -> {
                answers.add(told(() -> as(RESIDENT).get(matter.path())));
                answers.add(told(this::report));
                return Instant.now().isAfter(end);
            });
            assertThat(district().nobody().get("/health").status()).isEqualTo(503);
        } finally {
            postgres.startAgain();
        }

        assertThat(answers).hasSizeGreaterThan(2).allSatisfy(OnPostgresIT::saysComeBack);
        isWellAgainWithoutARestart(matter);
    }

    @Test
    void while_the_database_stands_still_nobody_waits_for_long() {
        Matter matter = reported(RESIDENT, GRID);
        faultsSince = district().log().end();
        List<Answer> answers = new ArrayList<>();
        postgres.freeze();
        try {
            answers.add(told(this::report));
            answers.add(told(() -> as(RESIDENT).get(matter.path())));
        } finally {
            postgres.thaw();
        }

        assertThat(answers).allSatisfy(OnPostgresIT::saysComeBack);
        isWellAgainWithoutARestart(matter);
    }

    private void isWellAgainWithoutARestart(Matter matter) {
        await().atMost(PATIENCE)
                .until(() -> report().status() == 201 && district().isUp());
        assertThat(matter.seenBy(as(RESIDENT)).json()).isEqualTo(matter.json());
        assertThat(matter.after(as(Person.COMMUNITY), "accept").state()).isEqualTo("accepted");
        granted(as(RESIDENT).get(MATTERS + "/counters"), 200);
    }

    @AfterEach
    void what_the_log_said_of_the_database_was_asked_for() {
        if (faultsSince >= 0) {
            district().log().excuse(faultsSince, THE_DATABASE_IS_AWAY);
            faultsSince = -1;
        }
    }

    /** An answer that did not keep the caller waiting. */
    private static Answer told(Supplier<Answer> call) {
        Instant start = Instant.now();
        Answer answer = call.get();
        assertThat(Duration.between(start, Instant.now())).isLessThan(LONGEST_WAIT);
        return answer;
    }

    private static void saysComeBack(Answer answer) {
        refused(answer, 503, "database-away");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
    }

    private Answer report() {
        return as(RESIDENT)
                .post(MATTERS + "/matters", Json.of("category", CATEGORY, "description", "数据库不在", "area", GRID));
    }
}
