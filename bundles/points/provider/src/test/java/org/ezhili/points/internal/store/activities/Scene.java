package org.ezhili.points.internal.store.activities;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.persistence.Once;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Presence;
import org.ezhili.points.internal.domain.activities.PublicTime;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.domain.activities.Spot;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.domain.activities.VolunteerState;
import org.ezhili.points.internal.store.earning.Earnings;
import org.ezhili.points.internal.store.earning.Streets;
import org.ezhili.points.internal.store.ledger.Ledger;
import org.ezhili.points.internal.store.notices.Inbox;

/** A street that gives ten points an hour, its volunteers, and what they do, on a real database. */
public final class Scene {

    public static final AreaCode STREET = AreaCode.of("340603002");
    static final AreaCode COMMUNITY = AreaCode.of("340603002001");
    static final Spot SQUARE = new Spot(116.8, 33.9);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    final TestDatabase db;
    final Set<AreaCode> off = new HashSet<>();
    final Inbox inbox;
    final Ledger ledger;
    final Earnings earnings;
    final Seats seats;
    final VolunteerStore volunteers;
    final ActivityStore activities;
    final SignupLists lists;
    final CheckInStore checkIns;
    final Counting counting;
    final AnomalyStore anomalies;
    final Suspicions suspicions;
    final TeamStore teams;
    final TeamMembers members;
    final TeamRequests requests;
    final CertificateStore certificates;
    final Erasure erasure;

    Scene(TestDatabase db) {
        this.db = db;
        open(db);
        inbox = new Inbox(db.database(), () -> off, db.ids(), db.clock());
        ledger = new Ledger(db.database(), db.ids(), db.clock(), ZONE);
        earnings = new Earnings(db.database(), ledger, inbox, area -> true, db.ids(), db.clock(), ZONE);
        seats = new Seats(db.database(), inbox, db.ids(), db.clock());
        volunteers = new VolunteerStore(db.database(), seats, inbox);
        activities = new ActivityStore(db.database(), earnings, inbox);
        lists = new SignupLists(db.database());
        checkIns = new CheckInStore(db.database(), earnings, inbox, db.ids());
        anomalies = new AnomalyStore(db.database(), checkIns, db.ids(), db.clock());
        suspicions = new Suspicions(db.database(), anomalies, area -> true, db.ids(), db.clock(), ZONE);
        teams = new TeamStore(db.database(), inbox, db.clock());
        members = new TeamMembers(db.database(), inbox, db.clock());
        requests = new TeamRequests(db.database(), inbox, db.clock());
        certificates = new CertificateStore(db.database(), db.ids(), db.clock());
        erasure = new Erasure(db.database(), ledger, earnings, seats, db.ids());
        counting = new Counting(db.database(), earnings, () -> off, new PublicTime(ZONE, List.of()), db.clock());
    }

    /** Lets the street give points. */
    public static void open(TestDatabase db) {
        Streets.open(db, STREET);
    }

    Volunteer applied(String account, String... skills) {
        Volunteer volunteer = new Volunteer(
                db.ids().next(),
                account,
                COMMUNITY,
                "person",
                VolunteerState.APPLIED,
                List.of(skills),
                0,
                db.clock().instant(),
                Optional.empty());
        String id = answer(volunteers.apply(key(account), volunteer, ""));
        return volunteers.find(Long.parseLong(id)).orElseThrow();
    }

    Volunteer approved(String account, String... skills) {
        return volunteers.decide(applied(account, skills).id(), VolunteerState.APPROVED, "community", Optional.empty());
    }

    Activity activity(Duration fromNow, Quota... quotas) {
        return activity(SQUARE, fromNow, quotas);
    }

    Activity activity(Spot spot, Duration fromNow, Quota... quotas) {
        Instant starts = db.clock().instant().plus(fromNow);
        Activity activity = new Activity(
                db.ids().next(),
                COMMUNITY,
                "Clean the square",
                "Bring gloves",
                "environment",
                spot,
                200,
                "community",
                db.clock().instant(),
                Optional.empty(),
                List.of(new Shift(db.ids().next(), starts, starts.plus(Duration.ofHours(2)), List.of(quotas))));
        activities.publish(key(activity), activity);
        return activities.find(activity.id()).orElseThrow();
    }

    Signup signUp(Activity activity, String account) {
        return signUp(activity, account, "");
    }

    Signup signUp(Activity activity, String account, String skill) {
        String id =
                answer(seats.signUp(key(account), activity, activity.shifts().get(0), skill, account));
        return lists.find(Long.parseLong(id)).orElseThrow();
    }

    static Presence by(String account, Spot spot, Instant at) {
        return new Presence(spot, at, account, Optional.empty());
    }

    /** What somebody was told, latest first: the kind, and of what. */
    List<String> told(String account) {
        return inbox.of(account, PageRequest.first(50)).items().stream()
                .map(notice ->
                        (notice.news().kind().word() + " " + notice.news().title()).strip())
                .toList();
    }

    SignupState state(Signup signup) {
        return lists.find(signup.id()).orElseThrow().state();
    }

    /** Comes at the start and goes at the end of the shift, which is over then. */
    Signup serve(Activity activity, Signup signup) {
        Shift shift = activity.shifts().get(0);
        db.clock().moveTo(shift.startsAt());
        checkIns.checkIn(signup, by(signup.account(), activity.spot(), shift.startsAt()));
        db.clock().moveTo(shift.endsAt());
        Instant counts = new PublicTime(ZONE, List.of()).ends(shift.endsAt());
        return checkIns.checkOut(signup, shift, shift.endsAt(), counts, signup.account());
    }

    static IdempotencyKey key(Object content) {
        return IdempotencyKey.of("test", "somebody", null, content);
    }

    static String answer(Once once) {
        return ((Once.Done) once).answer();
    }

    interface Numbered<T> {
        T run(int n) throws Exception;
    }

    static <T> List<T> together(int times, Numbered<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(times, 16));
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int n = 0; n < times; n++) {
                int number = n;
                tasks.add(() -> work.run(number));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(tasks)) {
                answers.add(done.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
