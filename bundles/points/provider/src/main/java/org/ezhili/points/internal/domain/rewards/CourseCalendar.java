package org.ezhili.points.internal.domain.rewards;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A course's meetings for people's own calendars (RFC 5545). A meeting keeps its UID for good and counts its changes, so that
 * a calendar that reads it again moves or strikes out the meeting it has. Shanghai has had no summer time since 1991, so its
 * zone is one line of standard time.
 */
public final class CourseCalendar {

    private static final int LONGEST_LINE = 75;
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneId.of("Asia/Shanghai"));
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final List<String> ZONE = List.of(
            "BEGIN:VTIMEZONE",
            "TZID:Asia/Shanghai",
            "BEGIN:STANDARD",
            "DTSTART:19910915T000000",
            "TZOFFSETFROM:+0800",
            "TZOFFSETTO:+0800",
            "TZNAME:CST",
            "END:STANDARD",
            "END:VTIMEZONE");

    private final StringBuilder text = new StringBuilder();

    private CourseCalendar() {}

    /** @param gone all of it is off for the reader, whatever the course does: their seat was given back */
    public static String of(Reward course, boolean gone) {
        return new CourseCalendar().write(course, gone);
    }

    private String write(Reward course, boolean gone) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//eZhili//points//ZH");
        line("CALSCALE:GREGORIAN");
        line("METHOD:PUBLISH");
        ZONE.forEach(this::line);
        course.meetings().forEach(meeting -> event(course, meeting, gone));
        line("END:VCALENDAR");
        return text.toString();
    }

    private void event(Reward course, Meeting meeting, boolean gone) {
        boolean off = gone || meeting.cancelled();
        line("BEGIN:VEVENT");
        line("UID:meeting-" + meeting.id() + "@points.ezhili");
        line("DTSTAMP:" + utc(meeting.changedAt()));
        line("LAST-MODIFIED:" + utc(meeting.changedAt()));
        line("SEQUENCE:" + (gone && !meeting.cancelled() ? meeting.sequence() + 1 : meeting.sequence()));
        line("DTSTART;TZID=Asia/Shanghai:" + LOCAL.format(meeting.startsAt()));
        line("DTEND;TZID=Asia/Shanghai:" + LOCAL.format(meeting.endsAt()));
        line("SUMMARY:" + escaped(course.title()));
        line("LOCATION:" + escaped(meeting.place()));
        line("STATUS:" + (off ? "CANCELLED" : "CONFIRMED"));
        line("END:VEVENT");
    }

    private static String utc(Instant instant) {
        return UTC.format(instant);
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    /** Lines longer than 75 octets are folded, between characters. */
    private void line(String line) {
        int octets = 0;
        for (int at = 0; at < line.length(); ) {
            int end = at + Character.charCount(line.codePointAt(at));
            String character = line.substring(at, end);
            int more = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + more > LONGEST_LINE) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(character);
            octets += more;
            at = end;
        }
        text.append("\r\n");
    }
}
