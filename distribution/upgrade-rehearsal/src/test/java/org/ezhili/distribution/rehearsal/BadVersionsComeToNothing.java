package org.ezhili.distribution.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.rehearsal.AtAVendors.lakes;
import static org.ezhili.distribution.rehearsal.AtAVendors.refused;
import static org.ezhili.distribution.rehearsal.AtAVendors.to;

import com.acme.lakes.internal.LakesModule;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ezhili.distribution.systemtests.Answer;
import org.ezhili.distribution.systemtests.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is wrong with a version: the one before serves all the while, and district IT is told in words. */
interface BadVersionsComeToNothing extends AtAVendors {

    @ParameterizedTest(name = "one that {0}")
    @MethodSource("org.ezhili.distribution.rehearsal.BadRelease#thatArrive")
    default void one_that_shows_on_the_way_what_it_is_is_given_up(BadRelease bad) {
        VendorRelease release = taken(bad.release());
        try (Visitors visitors = Visitors.of(district().nobody(), DEPTH);
                Visitors others = Visitors.of(district().as(Person.RESIDENT), "/api/grid/v1/areas?limit=1")) {
            Answer begun = walks().ask(to(release));
            assertThat(begun.status()).as(begun.toString()).isEqualTo(202);
            String walk = begun.text("id");
            JsonNode over = walks().over(walk);

            assertThat(over.path("state").asText()).isEqualTo("failed");
            JsonNode chinese = why(walk, "zh-CN");
            assertThat(chinese.path("code").asText()).as(chinese.toString()).isEqualTo(bad.code());
            assertThat(chinese.path("title").asText()).containsPattern(CHINESE);
            assertThat(chinese.path("detail").asText())
                    .contains(bad.zh(), release.version())
                    .containsPattern(CHINESE);
            JsonNode english = why(walk, "en");
            assertThat(english.path("detail").asText())
                    .contains(bad.en(), release.version())
                    .doesNotContainPattern(CHINESE);
            audited("releases.upgrade", "lakes " + release.version(), bad.code());
            visitors.lookOn();
            others.lookOn();
            assertThat(visitors.failures()).isEmpty();
            assertThat(visitors.seen()).containsExactly("[\"" + IN_USE + "\"]");
            assertThat(others.failures()).isEmpty();
        }
    }

    @ParameterizedTest(name = "one that {0}")
    @MethodSource("org.ezhili.distribution.rehearsal.BadRelease#thatAreTurnedAway")
    default void one_that_does_not_belong_here_is_not_even_taken_in(BadRelease bad) {
        Answer answer = sent(bad.release());
        assertThat(answer.status()).as(answer.toString()).isIn(409, 422);
        refused(answer, answer.status(), bad.code());
        assertThat(answer.text("detail")).contains(bad.zh());
        audited("releases.install", "", bad.code());
        assertThat(walks().ask(to(bad.release())).code()).isIn("release-unknown", "older-than-live");
    }

    @Test
    default void one_that_lacks_schema_steps_which_were_taken_is_refused() {
        VendorRelease without = taken(VendorRelease.of(LakesModule.class, "1.3.0"));
        Answer answer = walks().ask(to(without));
        refused(answer, 409, "schema-older");
        assertThat(answer.text("detail")).contains("V1__lakes.sql", "V2__depth.sql");
        audited("releases.upgrade", "lakes 1.3.0", "schema-older");
    }

    @Test
    default void a_lower_one_is_taken_in_for_a_roll_back_alone_and_is_no_upgrade() {
        byte[] lower = archive(lakes("0.8.0"));
        refused(it().post(RELEASES, BYTES, lower), 409, "release-replayed");
        assertThat(it().post(RELEASES + "?rollBack=true", BYTES, lower).status())
                .isEqualTo(201);
        refused(walks().ask(Map.of("lakes", "0.8.0")), 409, "older-than-live");
        audited("releases.upgrade", "lakes 0.8.0", "older-than-live");
    }

    @Test
    default void another_modules_release_is_not_for_this_vendor_to_sign() {
        Answer answer = sent(VendorRelease.of(LakesModule.class, "99.0.0").calledModule("venues"));
        refused(answer, 422, "signer-not-for-module");
    }

    @Test
    default void of_two_who_upload_one_version_with_different_contents_one_is_told() throws Exception {
        byte[] one = archive(lakes("1.4.0"));
        byte[] other = archive(lakes("1.4.0").file("OSGI-INF/more.txt", new byte[10]));
        ExecutorService administrators = Executors.newFixedThreadPool(2);
        try {
            List<Callable<Answer>> uploads =
                    List.of(() -> it().post(RELEASES, BYTES, one), () -> it().post(RELEASES, BYTES, other));
            List<Answer> answers = new ArrayList<>();
            for (Future<Answer> answer : administrators.invokeAll(uploads)) {
                answers.add(answer.get());
            }
            answers.sort(Comparator.comparing(Answer::status));
            assertThat(answers.get(0).status()).isEqualTo(201);
            refused(answers.get(1), 409, "release-differs");
            audited("releases.install", "sha256:", "release-differs");
        } finally {
            administrators.shutdownNow();
        }
    }
}
