package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The district on PostgreSQL, which can go away by itself. */
class OnPostgresIT extends TheDistrictWorks {

    private static final Duration GONE = Duration.ofSeconds(10);

    /** Whoever needs the database says that it is away: the pool, the scheduler of jobs, those who look for changes. */
    private static final String[] THE_DATABASE_IS_AWAY = {
        "HikariPool-1 - ", "Unhandled exception. Will keep running.", "database-away", "until the database answers"
    };

    private Postgres postgres;

    @Override
    Database database() {
        postgres = new Postgres(
                Path.of("target", "postgres-" + ProcessHandle.current().pid()));
        return postgres;
    }

    @Test
    void while_the_database_is_gone_people_are_told_to_come_back_and_then_all_is_well_without_a_restart() {
        Matter matter = reported(RESIDENT, GRID);
        long pid = district().pid();
        int from = district().log().end();
        List<Answer> answers = new ArrayList<>();
        postgres.stop();
        try {
            Instant end = Instant.now().plus(GONE);
            await().atMost(GONE.plusSeconds(30)).until(() -> {
                answers.add(as(RESIDENT).get(matter.path()));
                answers.add(report());
                return Instant.now().isAfter(end);
            });
            assertThat(district().nobody().get("/health").status()).isEqualTo(503);
        } finally {
            postgres.startAgain();
        }

        assertThat(answers).hasSizeGreaterThan(2).allSatisfy(answer -> {
            InDistrict.refused(answer, 503, "database-away");
            assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        });
        await().atMost(Duration.ofSeconds(20))
                .until(() -> report().status() == 201 && district().isUp());
        assertThat(matter.seenBy(as(RESIDENT)).json()).isEqualTo(matter.json());
        assertThat(matter.after(as(Person.COMMUNITY), "accept").state()).isEqualTo("accepted");
        assertThat(district().pid()).isEqualTo(pid);
        granted(as(RESIDENT).get(MATTERS + "/counters"), 200);
        district().log().excuse(from, THE_DATABASE_IS_AWAY);
    }

    private Answer report() {
        return as(RESIDENT)
                .post(MATTERS + "/matters", Json.of("category", CATEGORY, "description", "数据库不在", "area", GRID));
    }
}
