package org.ezhili.matters.internal.domain.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.ezhili.matters.internal.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingTimeTest {

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final String[] SHIFTS = {"08:30-12:00", "14:30-18:00"};

    private final WorkingTime time = Resources.workingTime("Asia/Shanghai", SHIFTS, new String[0]);

    private static void holds(WorkingTime time, String start, int amount, String unit, String due) {
        Limit limit = new Limit(amount, LimitUnit.ofWord(unit));
        assertThat(time.due(LocalDateTime.parse(start).atZone(SHANGHAI).toInstant(), limit)
                        .atZone(SHANGHAI)
                        .toLocalDateTime())
                .isEqualTo(LocalDateTime.parse(due));
    }

    @ParameterizedTest
    @CsvSource({
        // within one shift, and ending with it
        "2026-03-02T09:00, 2, working-hours, 2026-03-02T11:00",
        "2026-03-02T08:30, 3, working-hours, 2026-03-02T11:30",
        "2026-03-02T09:00, 3, working-hours, 2026-03-02T12:00",
        // lunch is not counted
        "2026-03-02T11:00, 2, working-hours, 2026-03-02T15:30",
        "2026-03-02T12:00, 1, working-hours, 2026-03-02T15:30",
        "2026-03-02T13:17, 1, working-hours, 2026-03-02T15:30",
        // nor the night before and after
        "2026-03-02T17:00, 2, working-hours, 2026-03-03T09:30",
        "2026-03-02T23:59, 4, working-hours, 2026-03-03T15:00",
        "2026-03-03T00:00, 4, working-hours, 2026-03-03T15:00",
        "2026-03-02T18:00, 1, working-hours, 2026-03-03T09:30",
        // nor the weekend
        "2026-03-06T17:30, 1, working-hours, 2026-03-09T09:00",
        "2026-03-07T10:00, 4, working-hours, 2026-03-09T15:00",
        "2026-03-08T10:00, 1, working-days, 2026-03-09T18:00",
        // a working day is as much as a day's shifts
        "2026-03-02T09:00, 1, working-days, 2026-03-03T09:00",
        "2026-03-02T15:00, 2, working-days, 2026-03-04T15:00",
        "2026-03-05T10:00, 3, working-days, 2026-03-10T10:00",
        // Spring Festival 2026: off from 15 to 23 February, made up for on the 14th and 28th, both Saturdays
        "2026-02-13T17:00, 2, working-hours, 2026-02-14T09:30",
        "2026-02-14T17:00, 2, working-hours, 2026-02-24T09:30",
        "2026-02-14T09:00, 1, working-days, 2026-02-24T09:00",
        "2026-02-27T15:00, 1, working-days, 2026-02-28T15:00",
        "2026-02-28T15:00, 1, working-days, 2026-03-02T15:00",
        // National Day 2025 with a Saturday made up for at its end
        "2025-09-30T16:00, 4, working-hours, 2025-10-09T10:30",
        "2025-10-10T16:00, 4, working-hours, 2025-10-11T10:30",
        // Labour Day 2026
        "2026-04-30T17:00, 2, working-hours, 2026-05-06T09:30",
        // urgent hours run through lunch, night, weekend and holiday
        "2026-03-02T11:30, 2, urgent-hours, 2026-03-02T13:30",
        "2026-03-06T23:30, 2, urgent-hours, 2026-03-07T01:30",
        "2026-02-17T03:00, 1, urgent-hours, 2026-02-17T04:00",
        // so do natural days
        "2026-02-10T16:45, 15, natural-days, 2026-02-25T16:45"
    })
    void a_deadline_counts_what_its_unit_says(String start, int amount, String unit, String due) {
        holds(time, start, amount, unit, due);
    }

    @Test
    void the_fraction_of_a_second_is_kept() {
        holds(time, "2026-03-02T17:59:59.250", 1, "working-hours", "2026-03-03T09:29:59.250");
    }

    @Test
    void days_that_it_adds_win_over_those_that_come_with_the_version() {
        WorkingTime storm = Resources.workingTime(
                "Asia/Shanghai", SHIFTS, new String[] {"2026-03-02..2026-03-04,off; 2026-03-07,work"});
        holds(storm, "2026-03-02T09:00", 1, "working-hours", "2026-03-05T09:30");
        holds(storm, "2026-03-06T17:30", 1, "working-hours", "2026-03-07T09:00");
    }

    @Test
    void a_calendar_in_which_nobody_works_is_a_fault_and_no_endless_search() {
        WorkingTime never = Resources.workingTime("Asia/Shanghai", SHIFTS, new String[] {"2026-01-01..2028-12-31,off"});
        assertThatThrownBy(() -> holds(never, "2026-01-01T00:00", 1, "working-hours", "2026-01-01T00:00"))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-13-01,off", "2026-01-01", "2026-01-01,holiday", "a,off", "2026-01-01..x,off", ","})
    void a_line_that_is_no_holiday_is_refused(String line) {
        assertThatThrownBy(() -> Resources.workingTime("Asia/Shanghai", SHIFTS, new String[] {line}))
                .isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12:00-08:30", "08:30", "8-9", "08:30-08:30", "08:30-12:00-13:00"})
    void a_shift_that_is_none_is_refused(String shift) {
        assertThatThrownBy(() -> Shift.parse(shift)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_limit_is_at_least_one() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Limit(0, LimitUnit.WORKING_DAYS));
    }
}
