package org.ezhili.points.internal.rest.activities;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
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
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.domain.activities.Spot;
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
        Activity activity = scanned(caller, json);
        Signup signup = own(caller, activity, shift -> shift.takesCheckIn(clock.instant()));
        Presence presence = new Presence(
                new Spot(json.lon(), json.lat()),
                attendance.now(),
                caller.account(),
                Optional.ofNullable(json.device()).map(Wire::hashed));
        return views.signup(attendance.came(activity, signup, presence));
    }

    @POST
    @Path("/check-outs")
    @Consumes("application/json")
    @Requires(Reach.VOLUNTEER)
    public SignupJson checkOut(@Context Caller caller, @NotNull @Valid PresenceJson json) {
        Activity activity = scanned(caller, json);
        Signup signup = own(caller, activity, shift -> shift.takesCheckOut(clock.instant()));
        return views.signup(attendance.went(activity, signup, attendance.now(), caller.account()));
    }

    /** The activity whose code was scanned, within its fence. */
    private Activity scanned(Caller caller, PresenceJson json) {
        Instant now = clock.instant();
        boolean typed = CheckInCodes.isTyped(json.code());
        OptionalLong id = typed && guesses.isTooMany(caller.account(), now)
                ? OptionalLong.empty()
                : new CheckInCodes(secrets.checkIn()).activity(json.code(), now);
        if (id.isEmpty()) {
            if (typed) {
                guesses.wrong(caller.account(), now);
            }
            throw ProblemException.of(422, "code-not-good");
        }
        Activity activity = activities.find(id.getAsLong()).orElseThrow();
        reach.neighbour(caller, String.valueOf(activity.id()), activity.area());
        if (!activity.isWithinFence(new Spot(json.lon(), json.lat()))) {
            throw ProblemException.of(422, "outside-fence", activity.fence());
        }
        return activity;
    }

    private Signup own(Caller caller, Activity activity, Predicate<Shift> isNow) {
        return lists.of(caller.account(), activity.id()).stream()
                .filter(signup -> signup.state() != SignupState.LEFT)
                .filter(signup -> isNow.test(Attendance.shift(activity, signup)))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(422, "no-shift-now"));
    }
}
