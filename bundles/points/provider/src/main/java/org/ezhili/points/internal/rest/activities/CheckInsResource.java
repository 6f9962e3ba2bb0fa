package org.ezhili.points.internal.rest.activities;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.CheckInCodes;
import org.ezhili.points.internal.domain.activities.Guesses;
import org.ezhili.points.internal.domain.activities.Presence;
import org.ezhili.points.internal.domain.activities.PublicTime;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.domain.activities.Spot;
import org.ezhili.points.internal.store.activities.ActivityStore;
import org.ezhili.points.internal.store.activities.CheckInStore;
import org.ezhili.points.internal.store.activities.Secrets;
import org.ezhili.points.internal.store.activities.SignupLists;
import org.jspecify.annotations.Nullable;

/** 签到, 签退: by code and place, or by a coordinator for who has no phone. Only the server's clock counts. */
@Path("/v1")
@Produces("application/json")
public final class CheckInsResource {

    private static final Set<SignupState> CAME =
            EnumSet.of(SignupState.PRESENT, SignupState.SERVED, SignupState.COUNTED);
    private static final Set<SignupState> WENT = EnumSet.of(SignupState.SERVED, SignupState.COUNTED);

    private static final Duration ON_PAPER = Duration.ofDays(7);

    private final Guesses guesses = new Guesses();
    private final CheckInStore store;
    private final SignupLists lists;
    private final ActivityStore activities;
    private final Secrets secrets;
    private final PublicTime time;
    private final Reach reach;
    private final Views views;
    private final Clock clock;

    public CheckInsResource(
            CheckInStore store,
            SignupLists lists,
            ActivityStore activities,
            Secrets secrets,
            PublicTime time,
            Reach reach,
            Views views,
            Clock clock) {
        this.store = store;
        this.lists = lists;
        this.activities = activities;
        this.secrets = secrets;
        this.time = time;
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
        Instant now = now();
        Presence presence = new Presence(
                new Spot(json.lon(), json.lat()),
                now,
                caller.account(),
                Optional.ofNullable(json.device()).map(Wire::hashed));
        return checkIn(activity, signup, presence);
    }

    @POST
    @Path("/check-outs")
    @Consumes("application/json")
    @Requires(Reach.VOLUNTEER)
    public SignupJson checkOut(@Context Caller caller, @NotNull @Valid PresenceJson json) {
        Activity activity = scanned(caller, json);
        Signup signup = own(caller, activity, shift -> shift.takesCheckOut(clock.instant()));
        return checkOut(caller, activity, signup, now());
    }

    /** @param at when it was, for who has no phone and is on a list on paper, within a week; left out: now */
    @POST
    @Path("/signups/{id}/check-in")
    @Requires(Reach.COORDINATE)
    public SignupJson checkInFor(
            @Context Caller caller, @PathParam("id") String id, @QueryParam("at") @Nullable String at) {
        Signup signup = another(caller, id);
        Activity activity = activities.find(signup.activity()).orElseThrow();
        Instant then = noted(activity, signup, at);
        return checkIn(activity, signup, new Presence(activity.spot(), then, caller.account(), Optional.empty()));
    }

    /** @param at when it was, for who has no phone or forgot, within a week; left out: now */
    @POST
    @Path("/signups/{id}/check-out")
    @Requires(Reach.COORDINATE)
    public SignupJson checkOutFor(
            @Context Caller caller, @PathParam("id") String id, @QueryParam("at") @Nullable String at) {
        Signup signup = another(caller, id);
        Activity activity = activities.find(signup.activity()).orElseThrow();
        return checkOut(caller, activity, signup, noted(activity, signup, at));
    }

    @POST
    @Path("/signups/{id}/strike")
    @Consumes("application/json")
    @Requires(Reach.COORDINATE)
    public SignupJson strike(@Context Caller caller, @PathParam("id") String id, @NotNull @Valid ReasonJson json) {
        Signup signup = another(caller, id);
        if (signup.state() == SignupState.COUNTED) {
            reach.overseer(caller, id, signup.street());
        }
        Signup struck = store.strike(signup, json.reason().strip());
        return views.signup(in(EnumSet.of(SignupState.STRUCK), struck));
    }

    private SignupJson checkIn(Activity activity, Signup signup, Presence presence) {
        if (!shift(activity, signup).takesCheckIn(presence.at())) {
            throw ProblemException.of(422, "outside-hours");
        }
        return views.signup(in(CAME, store.checkIn(signup, presence)));
    }

    private SignupJson checkOut(Caller caller, Activity activity, Signup signup, Instant at) {
        Shift shift = shift(activity, signup);
        if (!shift.takesCheckOut(at) || signup.inAt().filter(at::isBefore).isPresent()) {
            throw ProblemException.of(422, "outside-hours");
        }
        return views.signup(in(WENT, store.checkOut(signup, shift, at, time.ends(now()), caller.account())));
    }

    /** When it was, as the coordinator has noted it: now or before, and not long ago. */
    private Instant noted(Activity activity, Signup signup, @Nullable String at) {
        Instant now = now();
        Instant then = at == null ? now : Wire.time("at", at);
        if (then.isAfter(now) || !now.isBefore(shift(activity, signup).endsAt().plus(ON_PAPER))) {
            throw ProblemException.of(422, "outside-hours");
        }
        return then;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
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
                .filter(signup -> isNow.test(shift(activity, signup)))
                .findFirst()
                .orElseThrow(() -> ProblemException.of(422, "no-shift-now"));
    }

    /** A sign-up that the caller coordinates and that is not their own. */
    private Signup another(Caller caller, String id) {
        Signup signup = lists.find(Wire.id(id)).orElseThrow(() -> new ProblemException(Problem.notFound()));
        reach.coordinator(
                caller, id, activities.find(signup.activity()).orElseThrow().area());
        if (signup.account().equals(caller.account())) {
            throw ProblemException.of(403, "not-for-oneself");
        }
        return signup;
    }

    private static Shift shift(Activity activity, Signup signup) {
        return activity.shift(signup.shift()).orElseThrow();
    }

    private static Signup in(Set<SignupState> states, Signup signup) {
        if (!states.contains(signup.state())) {
            throw ProblemException.of(409, "signup-state");
        }
        return signup;
    }
}
