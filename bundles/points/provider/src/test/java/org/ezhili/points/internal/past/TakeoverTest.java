package org.ezhili.points.internal.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.PastVolunteering;
import org.ezhili.points.Points;
import org.ezhili.points.StreetPast;
import org.ezhili.points.StreetPast.Activity;
import org.ezhili.points.StreetPast.Exchange;
import org.ezhili.points.StreetPast.Reward;
import org.ezhili.points.StreetPast.Rule;
import org.ezhili.points.StreetPast.Rules;
import org.ezhili.points.StreetPast.Seats;
import org.ezhili.points.StreetPast.Shift;
import org.ezhili.points.StreetPast.Turn;
import org.ezhili.points.StreetPast.Volunteer;
import org.ezhili.points.internal.District;
import org.ezhili.points.internal.store.activities.SignupLists;
import org.ezhili.points.internal.store.ledger.Reconciliation;
import org.junit.jupiter.api.Tag;

@Tag("store")
class TakeoverTest {

    private static final AreaCode STREET = AreaCode.of("340603002");

    private static Activity activity(Instant start, Turn... turns) {
        return new Activity(
                "a1",
                STREET,
                "Cleaning",
                "Of the river bank",
                "environment",
                116.8,
                33.9,
                200,
                "street.east",
                start.minus(Duration.ofDays(5)),
                List.of(new Shift(start, start.plus(Duration.ofHours(2)), List.of(new Seats("", 5)), List.of(turns))));
    }

    private static Turn turn(String account, Instant start) {
        return new Turn(account, "", Optional.of(start), Optional.of(start.plus(Duration.ofHours(2))));
    }

    private static StreetPast past(TestDatabase db, Activity activity, Reward... rewards) {
        LocalDate today = LocalDate.ofInstant(db.clock().instant(), java.time.ZoneOffset.UTC);
        Instant since = db.clock().instant().minus(Duration.ofDays(100));
        return new StreetPast(
                STREET,
                new Rules(
                        today.minusDays(90),
                        12,
                        0,
                        0,
                        1_000,
                        "street.east",
                        List.of(new Rule(OccasionKind.SERVICE, "", 10, 60))),
                List.of(
                        new Volunteer(
                                "resident", STREET, "person", List.of("first aid"), since, Optional.of("street.east")),
                        new Volunteer("neighbour", STREET, "person", List.of(), since, Optional.empty())),
                List.of(activity),
                List.of(rewards));
    }

    private static Reward soap(TestDatabase db, Exchange... exchanges) {
        Instant now = db.clock().instant();
        return new Reward(
                "r1",
                STREET,
                "Soap",
                "",
                15,
                10,
                1,
                now,
                now.plus(Duration.ofDays(30)),
                7,
                List.of(),
                List.of(exchanges));
    }

    private static PastVolunteering takeover(District district) {
        return (PastVolunteering) district.module().services().get(PastVolunteering.class);
    }

    private static long points(District district, String account) {
        return ((Points) district.module().services().get(Points.class))
                .balance(account)
                .available();
    }

    @EachDatabase
    void hours_that_were_public_long_enough_have_earned_points_and_what_they_were_spent_on_is_known(TestDatabase db) {
        District district = new District(db);
        Instant start = db.clock().instant().minus(Duration.ofDays(20));
        StreetPast past = past(
                db,
                activity(start, turn("resident", start)),
                soap(
                        db,
                        new Exchange("resident", Optional.of("street.east")),
                        new Exchange("neighbour", Optional.empty())));

        assertThat(takeover(district).load(past)).isEqualTo(2);

        assertThat(points(district, "resident")).isEqualTo(20 - 15);
        assertThat(points(district, "neighbour")).isZero();
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void hours_of_yesterday_are_public_and_have_earned_nothing_yet(TestDatabase db) {
        District district = new District(db);
        Instant start = db.clock().instant().minus(Duration.ofHours(20));

        takeover(district).load(past(db, activity(start, turn("resident", start))));

        assertThat(points(district, "resident")).isZero();
        assertThat(new SignupLists(db.database())
                        .shown(List.of(STREET), PageRequest.of(10, null))
                        .items())
                .hasSize(1);
    }

    @EachDatabase
    void loading_again_changes_nothing(TestDatabase db) {
        District district = new District(db);
        Instant start = db.clock().instant().minus(Duration.ofDays(20));
        StreetPast past = past(
                db, activity(start, turn("resident", start)), soap(db, new Exchange("resident", Optional.empty())));
        takeover(district).load(past);

        assertThat(takeover(district).load(past)).isZero();

        assertThat(points(district, "resident")).isEqualTo(5);
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void who_was_never_approved_has_served_nowhere(TestDatabase db) {
        District district = new District(db);
        Instant start = db.clock().instant().minus(Duration.ofDays(20));

        assertThatThrownBy(() -> takeover(district).load(past(db, activity(start, turn("neighbour", start)))))
                .isInstanceOf(ProblemException.class);
        assertThat(points(district, "neighbour")).isZero();
    }

    @EachDatabase
    void a_course_without_sense_is_refused_by_name(TestDatabase db) {
        District district = new District(db);
        Instant now = db.clock().instant();
        Reward closed = new Reward("r2", STREET, "Soap", "", 1, 1, 1, now, now, 7, List.of(), List.of());

        assertThatThrownBy(() -> takeover(district).load(past(db, activity(now.plusSeconds(3600)), closed)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("r2");
    }
}
