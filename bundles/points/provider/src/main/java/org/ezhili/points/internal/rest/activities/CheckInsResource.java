package org.ezhili.points.internal.rest.activities;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.CheckInCodes;
import org.ezhili.points.internal.domain.activities.Guesses;
import org.ezhili.points.internal.domain.activities.Presence;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.domain.activities.Spot;
import org.ezhili.points.internal.domain.activities.Turn;
import org.ezhili.points.internal.store.activities.ActivityStore;
import org.ezhili.points.internal.store.activities.Secrets;
import org.ezhili.points.internal.store.activities.SignupLists;

/** 签到, 签退: by the code at the activity, at its place. */
@Path("/v1")
@Produces("application/json")
public final class CheckInsResource {

    private final Guesses guesses = new Guesses();
    private final Attendance attendance;
    private final SignupLists lists;
    private final ActivityStore activities;
    private final Secrets secrets;
    private final Reach reach;
    private final Views views;
    private final Clock clock;

    public CheckInsResource(
            Attendance attendance,
            SignupLists lists,
            ActivityStore activities,
            Secrets secrets,
            Reach reach,
            Views views,
            Clock clock) {
        this.attendance = attendance;
        this.lists = lists;
        this.activities = activities;
        this.secrets = secrets;
        this.reach = reach;
        this.views = views;
        this.clock = clock;
    }

    @POST
    @Path("/check-ins")
    @Consumes("application/json")
    @Requires(Reach.VOLUNTEER)
    public SignupJson checkIn(@Context Caller caller, @NotNull @Valid PresenceJson json) {
        Scanned scanned = scanned(caller, json);
        Activity activity = scanned.activity();
        Signup signup = now(Turn.coming(own(caller, activity), scanned.code(), clock.instant()));
        Presence presence = new Presence(
                new Spot(json.lon(), json.lat()),
                attendance.now(),
                caller.account(),
                Optional.ofNullable(json.device()).map(Wire::hashed));
        return views.signup(attendance.came(activity, signup, presence));
    }

    /** Not by a code that was there to be seen when they came: a page that is opened twice lets nobody go. */
    @POST
    @Path("/check-outs")
    @Consumes("application/json")
    @Requires(Reach.VOLUNTEER)
    public SignupJson checkOut(@Context Caller caller, @NotNull @Valid PresenceJson json) {
        Scanned scanned = scanned(caller, json);
        Activity activity = scanned.activity();
        Signup signup = now(Turn.going(own(caller, activity), scanned.code(), clock.instant()));
        boolean present = signup.state() == SignupState.PRESENT;
        if (present && signup.inAt().filter(scanned.code()::wasSeenBy).isPresent()) {
            throw ProblemException.of(409, "code-used");
        }
        return views.signup(attendance.went(activity, signup, attendance.now(), caller.account()));
    }

    private record Scanned(Activity activity, CheckInCodes.Shown code) {}

    /** The activity whose code was scanned, within its fence. */
    private Scanned scanned(Caller caller, PresenceJson json) {
        Instant now = clock.instant();
        boolean typed = CheckInCodes.isTyped(json.code());
        Optional<CheckInCodes.Shown> code = typed && guesses.isTooMany(caller.account(), now)
                ? Optional.empty()
                : new CheckInCodes(secrets.checkIn()).shown(json.code(), now);
        if (code.isEmpty()) {
            if (typed) {
                guesses.wrong(caller.account(), now);
            }
            throw ProblemException.of(422, "code-not-good");
        }
        Activity activity = activities.find(code.get().activity()).orElseThrow();
        reach.neighbour(caller, String.valueOf(activity.id()), activity.area());
        if (!activity.isWithinFence(new Spot(json.lon(), json.lat()))) {
            throw ProblemException.of(422, "outside-fence", activity.fence());
        }
        return new Scanned(activity, code.get());
    }

    private List<Turn> own(Caller caller, Activity activity) {
        return lists.of(caller.account(), activity.id()).stream()
                .map(signup -> new Turn(signup, Attendance.shift(activity, signup)))
                .toList();
    }

    private static Signup now(Optional<Turn> turn) {
        return turn.orElseThrow(() -> ProblemException.of(422, "no-shift-now")).signup();
    }
}
