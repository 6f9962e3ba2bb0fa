package org.ezhili.points.internal.domain.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CheckInCodesTest {

    private static final long ACTIVITY = 512_000_000_000_000_001L;
    private static final Instant STEP = Instant.parse("2026-03-02T01:00:00Z");

    private final CheckInCodes codes = new CheckInCodes("a secret".getBytes(StandardCharsets.UTF_8));

    private boolean isGood(Instant made, Instant scanned) {
        return codes.shown(codes.code(ACTIVITY, made), scanned)
                .filter(shown -> shown.activity() == ACTIVITY)
                .isPresent();
    }

    @Test
    void a_code_names_its_activity_while_it_is_shown() {
        assertThat(isGood(STEP, STEP)).isTrue();
        assertThat(isGood(STEP, STEP.plusMillis(29_999))).isTrue();
        assertThat(isGood(STEP.plusSeconds(29), STEP.plusMillis(29_999))).isTrue();
    }

    @Test
    void a_code_that_has_just_gone_from_the_screen_is_taken_for_five_seconds_more() {
        assertThat(isGood(STEP.plusSeconds(20), STEP.plusSeconds(35))).isTrue();
        assertThat(isGood(STEP.plusSeconds(20), STEP.plusMillis(35_001))).isFalse();
        assertThat(isGood(STEP.plusMillis(29_999), STEP.plusMillis(35_001))).isFalse();
    }

    @Test
    void a_code_31_seconds_old_is_refused_whenever_it_was_made() {
        for (int second = 0; second < 30; second++) {
            Instant made = STEP.plusSeconds(second);
            assertThat(isGood(made, made.plusSeconds(31))).isFalse();
        }
    }

    @Test
    void a_code_of_the_future_is_refused() {
        assertThat(isGood(STEP.plusMillis(1), STEP)).isFalse();
        assertThat(isGood(STEP.plusSeconds(86_400), STEP)).isFalse();
    }

    @Test
    void a_code_with_any_character_changed_is_refused() {
        String code = codes.code(ACTIVITY, STEP);
        for (int at = 0; at < code.length(); at++) {
            char other = code.charAt(at) == 'A' ? 'B' : 'A';
            String altered = code.substring(0, at) + other + code.substring(at + 1);
            assertThat(codes.shown(altered, STEP)).isEmpty();
        }
    }

    @Test
    void what_is_no_code_is_refused() {
        String code = codes.code(ACTIVITY, STEP);
        for (String text : new String[] {"", "x", "=", code + "A", code + "==", code.substring(1), "签到", code + "\n"}) {
            assertThat(codes.shown(text, STEP)).isEmpty();
        }
    }

    @Test
    void a_code_signed_with_another_secret_is_refused() {
        CheckInCodes others = new CheckInCodes("other".getBytes(StandardCharsets.UTF_8));
        assertThat(codes.shown(others.code(ACTIVITY, STEP), STEP)).isEmpty();
    }

    @Test
    void digits_are_good_while_they_are_shown_and_not_a_moment_longer() {
        String typed = ACTIVITY + ":" + codes.digits(ACTIVITY, STEP.plusSeconds(12));
        assertThat(codes.shown(typed, STEP).orElseThrow().activity()).isEqualTo(ACTIVITY);
        assertThat(codes.shown(typed, STEP.plusMillis(29_999)).orElseThrow().activity())
                .isEqualTo(ACTIVITY);
        assertThat(codes.shown(typed, STEP.plusSeconds(30))).isEmpty();
        assertThat(codes.shown(typed, STEP.minusMillis(1))).isEmpty();
    }

    @Test
    void digits_of_another_activity_or_secret_are_refused() {
        String digits = codes.digits(ACTIVITY, STEP);
        CheckInCodes others = new CheckInCodes("another".getBytes(StandardCharsets.UTF_8));
        assertThat(codes.shown((ACTIVITY + 1) + ":" + digits, STEP)).isEmpty();
        assertThat(others.shown(ACTIVITY + ":" + digits, STEP)).isEmpty();
        assertThat(codes.shown(digits, STEP)).isEmpty();
        assertThat(codes.shown(ACTIVITY + ":" + digits.substring(1), STEP)).isEmpty();
    }

    @Test
    void a_code_was_seen_by_whoever_came_in_its_step_or_later() {
        CheckInCodes.Shown scanned = codes.shown(codes.code(ACTIVITY, STEP.plusSeconds(20)), STEP.plusSeconds(34))
                .orElseThrow();
        CheckInCodes.Shown typed = codes.shown(ACTIVITY + ":" + codes.digits(ACTIVITY, STEP), STEP.plusSeconds(29))
                .orElseThrow();
        for (CheckInCodes.Shown code : new CheckInCodes.Shown[] {scanned, typed}) {
            assertThat(code.wasSeenBy(STEP.minusMillis(1))).isFalse();
            assertThat(code.wasSeenBy(STEP)).isTrue();
            assertThat(code.wasSeenBy(STEP.plusMillis(29_999))).isTrue();
            assertThat(code.wasSeenBy(STEP.plusSeconds(34))).isTrue();
        }
    }

    @Test
    void who_guesses_is_stopped_after_five_tries_until_the_code_changes() {
        Guesses guesses = new Guesses();
        for (int i = 0; i < 5; i++) {
            assertThat(guesses.isTooMany("resident", STEP)).isFalse();
            guesses.wrong("resident", STEP);
        }
        assertThat(guesses.isTooMany("resident", STEP.plusSeconds(29))).isTrue();
        assertThat(guesses.isTooMany("neighbour", STEP.plusSeconds(29))).isFalse();
        assertThat(guesses.isTooMany("resident", STEP.plusSeconds(30))).isFalse();
    }
}
