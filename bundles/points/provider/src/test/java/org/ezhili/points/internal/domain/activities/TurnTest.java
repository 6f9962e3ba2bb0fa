package org.ezhili.points.internal.domain.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.points.internal.domain.activities.SignupState.COUNTED;
import static org.ezhili.points.internal.domain.activities.SignupState.LEFT;
import static org.ezhili.points.internal.domain.activities.SignupState.PRESENT;
import static org.ezhili.points.internal.domain.activities.SignupState.SEATED;
import static org.ezhili.points.internal.domain.activities.SignupState.SERVED;
import static org.ezhili.points.internal.domain.activities.SignupState.STRUCK;
import static org.ezhili.points.internal.domain.activities.SignupState.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.junit.jupiter.api.Test;

class TurnTest {

    private static final Instant NINE = Instant.parse("2026-03-02T01:00:00Z");
    private static final Instant ELEVEN = NINE.plus(Duration.ofHours(2));
    /** When both shifts take who comes. */
    private static final Instant BETWEEN = ELEVEN.minus(Duration.ofMinutes(10));

    private static final Instant LONG_AGO = NINE.minus(Duration.ofMinutes(5));

    private static Turn early(SignupState state) {
        return turn(NINE, state, LONG_AGO, LONG_AGO);
    }

    private static Turn late(SignupState state) {
        return turn(ELEVEN, state, LONG_AGO, LONG_AGO);
    }

    private static Turn turn(Instant starts, SignupState state, Instant in, Instant out) {
        boolean came = state == PRESENT || state == SERVED || state == COUNTED;
        boolean went = state == SERVED || state == COUNTED;
        return new Turn(
                new Signup(
                        1,
                        1,
                        1,
                        "",
                        "resident",
                        AreaCode.of("340603002"),
                        state,
                        Optional.of(in).filter(at -> came),
                        Optional.of(out).filter(at -> went),
                        0,
                        Optional.empty()),
                new Shift(1, starts, starts.plus(Duration.ofHours(2)), List.of()));
    }

    private static CheckInCodes.Shown code(Instant at) {
        return new CheckInCodes.Shown(1, CheckInCodes.shownUntil(at));
    }

    private static void comes(Turn expected, Turn other) {
        assertThat(Turn.coming(List.of(expected, other), code(BETWEEN), BETWEEN))
                .containsSame(expected);
        assertThat(Turn.coming(List.of(other, expected), code(BETWEEN), BETWEEN))
                .containsSame(expected);
    }

    private static void goes(Turn expected, Turn other) {
        assertThat(Turn.going(List.of(expected, other), code(BETWEEN), BETWEEN)).containsSame(expected);
        assertThat(Turn.going(List.of(other, expected), code(BETWEEN), BETWEEN)).containsSame(expected);
    }

    @Test
    void who_comes_comes_for_the_first_shift_with_a_seat_whatever_became_of_the_other() {
        comes(early(SEATED), late(SEATED));
        for (SignupState other : List.of(WAITING, PRESENT, SERVED, COUNTED, STRUCK, LEFT)) {
            comes(early(SEATED), late(other));
            comes(late(SEATED), early(other));
        }
    }

    @Test
    void who_goes_goes_from_the_first_shift_they_are_at_whatever_became_of_the_other() {
        goes(early(PRESENT), late(PRESENT));
        for (SignupState other : List.of(WAITING, SEATED, SERVED, COUNTED, STRUCK, LEFT)) {
            goes(early(PRESENT), late(other));
            goes(late(PRESENT), early(other));
        }
    }

    @Test
    void who_has_come_or_gone_already_is_told_so_again() {
        comes(early(PRESENT), late(WAITING));
        comes(late(PRESENT), early(SERVED));
        comes(late(SERVED), early(STRUCK));
        goes(early(SERVED), late(SEATED));
        goes(late(SERVED), early(COUNTED));
        goes(early(COUNTED), late(WAITING));
    }

    @Test
    void the_code_by_which_somebody_came_or_went_does_nothing_more() {
        comes(turn(NINE, PRESENT, BETWEEN, BETWEEN), late(SEATED));
        goes(turn(NINE, SERVED, LONG_AGO, BETWEEN), late(PRESENT));
        Instant before = BETWEEN.minus(CheckInCodes.STEP);
        comes(late(SEATED), turn(NINE, PRESENT, before, before));
        goes(late(PRESENT), turn(NINE, SERVED, LONG_AGO, before));
    }

    @Test
    void where_nothing_can_be_done_the_first_turn_tells_why_and_one_that_was_left_is_none() {
        comes(early(WAITING), late(STRUCK));
        comes(late(WAITING), early(LEFT));
        goes(early(STRUCK), late(WAITING));
        assertThat(Turn.coming(List.of(early(LEFT)), code(BETWEEN), BETWEEN)).isEmpty();
        assertThat(Turn.coming(List.of(early(SEATED), late(LEFT)), code(ELEVEN), ELEVEN))
                .isEmpty();
        assertThat(Turn.going(List.of(), code(BETWEEN), BETWEEN)).isEmpty();
    }
}
