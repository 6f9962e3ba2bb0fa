package org.ezhili.points.internal.domain.activities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceRulesTest {

    private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");
    private static final Shift SHIFT = new Shift(1, START, START.plusSeconds(7_200), List.of());
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void stars_are_given_at_100_300_600_1000_and_1500_hours() {
        assertThat(List.of(0L, 5_999L, 6_000L, 17_999L, 18_000L, 36_000L, 60_000L, 89_999L, 90_000L, 9_000_000L))
                .extracting(Stars::of)
                .containsExactly(0, 0, 1, 1, 2, 3, 4, 4, 5, 5);
    }

    @Test
    void two_kilometres_north_are_two_kilometres() {
        Spot here = new Spot(116.8, 33.96);
        assertThat(here.metresTo(new Spot(116.8, 33.96 + 0.017986))).isCloseTo(2_000, within(10.0));
        assertThat(here.metresTo(here)).isZero();
        assertThat(new Spot(179.9999, 0).metresTo(new Spot(-179.9999, 0))).isCloseTo(22, within(1.0));
        assertThat(new Spot(0, 0).metresTo(new Spot(180, 0))).isCloseTo(20_015_000, within(10_000.0));
    }

    @Test
    void who_comes_early_or_goes_late_gains_no_minutes() {
        assertThat(SHIFT.minutes(START.minusSeconds(1_000), START.plusSeconds(9_000)))
                .isEqualTo(120);
        assertThat(SHIFT.minutes(START.plusSeconds(60), START.plusSeconds(179))).isEqualTo(1);
        assertThat(SHIFT.minutes(START.minusSeconds(600), START.minusSeconds(60)))
                .isZero();
    }

    @Test
    void check_in_is_from_half_an_hour_before_to_the_end_and_check_out_two_hours_longer() {
        assertThat(SHIFT.takesCheckIn(START.minusSeconds(1_801))).isFalse();
        assertThat(SHIFT.takesCheckIn(START.minusSeconds(1_800))).isTrue();
        assertThat(SHIFT.takesCheckIn(START.plusSeconds(7_200))).isFalse();
        assertThat(SHIFT.takesCheckOut(START.plusSeconds(7_200))).isTrue();
        assertThat(SHIFT.takesCheckOut(START.plusSeconds(14_400))).isFalse();
    }

    @Test
    void hours_count_after_three_whole_working_days() {
        PublicTime time = new PublicTime(ZONE, List.of("# remark", "", "2026-03-04", "2026-04-04..2026-04-06"));
        // Monday; Wednesday is off
        assertThat(time.ends(START)).isEqualTo(Instant.parse("2026-03-06T16:00:00Z"));
        // Thursday before a long weekend: Friday, Tuesday, Wednesday
        assertThat(time.ends(Instant.parse("2026-04-02T01:00:00Z"))).isEqualTo(Instant.parse("2026-04-08T16:00:00Z"));
        // a minute after midnight in Shanghai on a Saturday
        assertThat(time.ends(Instant.parse("2026-03-06T16:01:00Z"))).isEqualTo(Instant.parse("2026-03-11T16:00:00Z"));
    }

    @Test
    void days_off_are_read_as_those_of_matters_are_written() {
        PublicTime time = new PublicTime(ZONE, List.of("2027-01-01..2027-01-03,off; 2027-01-04,work"));
        // Thursday; Friday is off and so are the days after it
        assertThat(time.ends(Instant.parse("2026-12-31T01:00:00Z"))).isEqualTo(Instant.parse("2027-01-06T16:00:00Z"));
    }

    @Test
    void nobody_comes_ten_kilometres_in_a_minute() {
        Spot here = new Spot(116.8, 33.9);
        Spot far = new Spot(116.8, 34.0);
        assertThat(Travel.between(here, START, far, START.plusSeconds(60)).isImpossible())
                .isTrue();
        assertThat(Travel.between(here, START, far, START.minusSeconds(60)).isImpossible())
                .isTrue();
        assertThat(Travel.between(here, START, far, START.plusSeconds(1_200)).isImpossible())
                .isFalse();
        assertThat(Travel.between(here, START, new Spot(116.8, 33.905), START).isImpossible())
                .isFalse();
    }
}
