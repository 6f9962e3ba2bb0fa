package org.ezhili.points.internal.domain.rewards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CourseCalendarTest {

    private final AtomicLong ids = new AtomicLong(100);
    private final List<Meeting> two = Timetable.change(
                    List.of(), List.of(Courses.meeting(8), Courses.meeting(9)), Courses.NOW, ids::incrementAndGet)
            .orElseThrow();

    @Test
    void a_meeting_has_a_place_a_zone_and_a_name_that_stays() {
        String text = CourseCalendar.of(Courses.reward(two), false);
        assertThat(text)
                .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
                .endsWith("END:VCALENDAR\r\n")
                .contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Shanghai\r\n")
                .contains("UID:meeting-101@points.ezhili\r\n")
                .contains("DTSTART;TZID=Asia/Shanghai:20260310T090000\r\n")
                .contains("DTEND;TZID=Asia/Shanghai:20260310T103000\r\n")
                .contains("SUMMARY:书法班\\; 初级\\, 一\\\\二\r\n")
                .contains("LOCATION:文化站二楼\r\n")
                .contains("SEQUENCE:0\r\n")
                .doesNotContain("CANCELLED");
    }

    @Test
    void a_meeting_that_moves_counts_its_changes_and_one_left_out_is_called_off() {
        Meeting first = two.get(0);
        RewardDraft.MeetingDraft moved = new RewardDraft.MeetingDraft(
                Optional.of(first.id()),
                first.startsAt().plusSeconds(3600),
                first.endsAt().plusSeconds(3600),
                "一楼");
        List<Meeting> after = Timetable.change(two, List.of(moved), Courses.NOW.plusSeconds(60), ids::incrementAndGet)
                .orElseThrow();
        assertThat(after).extracting(Meeting::id).containsExactly(101L, 102L);
        assertThat(after).extracting(Meeting::sequence).containsExactly(1, 1);
        assertThat(after).extracting(Meeting::cancelled).containsExactly(false, true);
        assertThat(CourseCalendar.of(Courses.reward(after), false))
                .contains("UID:meeting-101@points.ezhili")
                .contains("20260310T100000")
                .containsOnlyOnce("STATUS:CANCELLED")
                .containsOnlyOnce("STATUS:CONFIRMED");
    }

    @Test
    void what_did_not_change_is_not_counted_and_what_is_off_stays_off() {
        List<RewardDraft.MeetingDraft> same = two.stream()
                .map(m -> new RewardDraft.MeetingDraft(Optional.of(m.id()), m.startsAt(), m.endsAt(), m.place()))
                .toList();
        assertThat(Timetable.change(two, same, Courses.NOW.plusSeconds(60), ids::incrementAndGet))
                .contains(two);
        List<Meeting> off = Timetable.callOff(two, Courses.NOW);
        assertThat(Timetable.callOff(off, Courses.NOW.plusSeconds(60))).isEqualTo(off);
    }

    @Test
    void a_meeting_of_another_course_cannot_be_moved() {
        RewardDraft.MeetingDraft foreign =
                new RewardDraft.MeetingDraft(Optional.of(999L), Courses.NOW, Courses.NOW.plusSeconds(60), "somewhere");
        assertThat(Timetable.change(two, List.of(foreign), Courses.NOW, ids::incrementAndGet))
                .isEmpty();
    }

    @Test
    void a_seat_given_back_strikes_all_meetings_out() {
        assertThat(CourseCalendar.of(Courses.reward(two), true))
                .doesNotContain("CONFIRMED")
                .contains("SEQUENCE:1\r\n");
    }

    @Test
    void no_line_is_longer_than_seventy_five_octets_and_no_character_is_broken() {
        String place = "长".repeat(150) + "😀".repeat(10);
        Meeting meeting = new Meeting(1, Courses.NOW, Courses.NOW.plusSeconds(60), place, false, 0, Courses.NOW);
        String text = CourseCalendar.of(Courses.reward(List.of(meeting)), false);
        assertThat(text.split("\r\n"))
                .allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75)
                .noneMatch(line -> line.contains("\uFFFD"));
        assertThat(text.replace("\r\n ", "")).contains("LOCATION:" + place + "\r\n");
    }

    @Test
    void a_place_cannot_smuggle_lines_into_the_calendar() {
        Meeting meeting = new Meeting(
                1,
                Courses.NOW,
                Courses.NOW.plusSeconds(60),
                "here\r\nEND:VEVENT\nATTACH:file\u0007",
                false,
                0,
                Courses.NOW);
        String text = CourseCalendar.of(Courses.reward(List.of(meeting)), false);
        assertThat(text)
                .contains("LOCATION:here\\nEND:VEVENT\\nATTACH:file\r\n")
                .doesNotContain("\nATTACH");
    }
}
