package org.ezhili.points.internal.past;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Ids;
import org.ezhili.platform.persistence.Once;
import org.ezhili.points.StreetPast;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Presence;
import org.ezhili.points.internal.domain.activities.PublicTime;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.Spot;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.domain.activities.VolunteerState;
import org.ezhili.points.internal.store.activities.ActivityStore;
import org.ezhili.points.internal.store.activities.CheckInStore;
import org.ezhili.points.internal.store.activities.Seats;
import org.ezhili.points.internal.store.activities.SignupLists;
import org.ezhili.points.internal.store.activities.VolunteerStore;

/** Volunteers and activities as they were: each turn is signed up, checked in and out like a live one, at its own time. */
final class PastActivities {

    private final VolunteerStore volunteers;
    private final ActivityStore activities;
    private final Seats seats;
    private final SignupLists signups;
    private final CheckInStore checkIns;
    private final PublicTime time;
    private final Ids ids;

    PastActivities(
            VolunteerStore volunteers,
            ActivityStore activities,
            Seats seats,
            SignupLists signups,
            CheckInStore checkIns,
            PublicTime time,
            Ids ids) {
        this.volunteers = volunteers;
        this.activities = activities;
        this.seats = seats;
        this.signups = signups;
        this.checkIns = checkIns;
        this.time = time;
        this.ids = ids;
    }

    void add(AreaCode street, StreetPast.Volunteer past) {
        boolean known = volunteers.of(past.account()).stream()
                .anyMatch(volunteer -> volunteer.street().equals(street));
        if (known) {
            return;
        }
        Volunteer volunteer = new Volunteer(
                ids.next(),
                past.account(),
                past.area(),
                past.kind(),
                VolunteerState.APPLIED,
                past.skills(),
                0,
                past.since(),
                Optional.empty());
        volunteers.apply(Takeover.key("volunteer:" + street + ":" + past.account(), past), volunteer, "");
        past.approvedBy()
                .ifPresent(by -> volunteers.decide(volunteer.id(), VolunteerState.APPROVED, by, Optional.empty()));
    }

    boolean add(StreetPast.Activity past) {
        Activity activity = new Activity(
                ids.next(),
                past.area(),
                past.title(),
                past.description(),
                past.category(),
                new Spot(past.lon(), past.lat()),
                past.fence(),
                past.publisher(),
                past.publishedAt(),
                Optional.empty(),
                past.shifts().stream().map(this::shift).toList());
        Once once = activities.publish(Takeover.key("activity:" + past.reference(), past.reference()), activity);
        Activity kept = activities.find(Takeover.made(once)).orElseThrow();
        IntStream.range(0, kept.shifts().size()).forEach(i -> past.shifts()
                .get(i)
                .turns()
                .forEach(turn -> serve(past, kept, kept.shifts().get(i), turn)));
        return kept.id() == activity.id();
    }

    private void serve(StreetPast.Activity past, Activity activity, Shift shift, StreetPast.Turn turn) {
        String reference = "turn:" + past.reference() + ":" + shift.startsAt().getEpochSecond() + ":" + turn.account();
        long id = Takeover.made(
                seats.signUp(Takeover.key(reference, turn), activity, shift, turn.skill(), turn.account()));
        turn.cameAt()
                .ifPresent(at -> checkIns.checkIn(
                        signup(id), new Presence(activity.spot(), at, turn.account(), Optional.empty())));
        turn.wentAt().ifPresent(at -> checkIns.checkOut(signup(id), shift, at, time.ends(at), turn.account()));
    }

    private Signup signup(long id) {
        return signups.find(id).orElseThrow();
    }

    private Shift shift(StreetPast.Shift past) {
        List<Quota> quotas = past.seats().stream()
                .map(seat -> new Quota(seat.skill(), seat.count(), 0))
                .toList();
        return new Shift(ids.next(), past.startsAt(), past.endsAt(), quotas);
    }
}
