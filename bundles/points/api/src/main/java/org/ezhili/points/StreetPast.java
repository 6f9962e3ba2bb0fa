package org.ezhili.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;

/** What a street brings along: how it gives points, who serves, what was and will be done, what points can be exchanged for. */
public record StreetPast(
        AreaCode street, Rules rules, List<Volunteer> volunteers, List<Activity> activities, List<Reward> rewards) {

    public StreetPast {
        volunteers = List.copyOf(volunteers);
        activities = List.copyOf(activities);
        rewards = List.copyOf(rewards);
    }

    /**
     * How the street gives points.
     *
     * @param from first day on which the rules count
     * @param lifeMonths how long points are good
     * @param dailyCap the most points of one owner on one day; 0: no cap
     * @param budget of this year
     * @param by account of who has set them
     */
    public record Rules(
            LocalDate from, int lifeMonths, long dailyCap, long monthlyCap, long budget, String by, List<Rule> rules) {

        public Rules {
            rules = List.copyOf(rules);
        }
    }

    /** So many points for each {@code per} minutes of service, or for each {@code per} of everything else. */
    public record Rule(OccasionKind kind, String category, long points, long per) {}

    /**
     * Somebody who serves, or has applied to.
     *
     * @param area the street or a community of it
     * @param kind person, staff or unit
     * @param approvedBy empty: nobody has decided yet
     */
    public record Volunteer(
            String account,
            AreaCode area,
            String kind,
            List<String> skills,
            Instant since,
            Optional<String> approvedBy) {

        public Volunteer {
            skills = List.copyOf(skills);
        }
    }

    /**
     * An activity, over or not.
     *
     * @param reference what the other system calls it, 1 to 60 visible ASCII characters
     * @param fence metres around the place within which one checks in
     */
    public record Activity(
            String reference,
            AreaCode area,
            String title,
            String description,
            String category,
            double lon,
            double lat,
            int fence,
            String publisher,
            Instant publishedAt,
            List<Shift> shifts) {

        public Activity {
            shifts = List.copyOf(shifts);
        }
    }

    public record Shift(Instant startsAt, Instant endsAt, List<Seats> seats, List<Turn> turns) {

        public Shift {
            seats = List.copyOf(seats);
            turns = List.copyOf(turns);
        }
    }

    /** Seats for one skill, or for everybody when it is empty. */
    public record Seats(String skill, int count) {}

    /** An approved volunteer in a shift: signed up, and perhaps came, and perhaps went. */
    public record Turn(String account, String skill, Optional<Instant> cameAt, Optional<Instant> wentAt) {}

    /**
     * What points can be exchanged for.
     *
     * @param area the street, or the district for everybody
     * @param meetings of a course; none for goods
     */
    public record Reward(
            String reference,
            AreaCode area,
            String title,
            String description,
            long price,
            int stock,
            int perPerson,
            Instant opensAt,
            Instant closesAt,
            int collectDays,
            List<Meeting> meetings,
            List<Exchange> exchanges) {

        public Reward {
            meetings = List.copyOf(meetings);
            exchanges = List.copyOf(exchanges);
        }
    }

    public record Meeting(Instant startsAt, Instant endsAt, String place) {}

    /** Somebody who has exchanged points for it; {@code collectedFrom} is the account that handed it over. */
    public record Exchange(String owner, Optional<String> collectedFrom) {}
}
