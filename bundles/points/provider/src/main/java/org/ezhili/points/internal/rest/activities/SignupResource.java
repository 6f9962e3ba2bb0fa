package org.ezhili.points.internal.rest.activities;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Presence;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.store.activities.ActivityStore;
import org.ezhili.points.internal.store.activities.Seats;
import org.ezhili.points.internal.store.activities.SignupLists;
import org.jspecify.annotations.Nullable;

/** One sign-up: given back by whose it is; or a coordinator notes that somebody without a phone came and went, or was not there. */
@Path("/v1/signups/{id}")
@Produces("application/json")
public final class SignupResource {

    private static final Duration ON_PAPER = Duration.ofDays(7);

    private final Seats seats;
    private final SignupLists lists;
    private final ActivityStore activities;
    private final Attendance attendance;
    private final Reach reach;
    private final Views views;

    public SignupResource(
            Seats seats, SignupLists lists, ActivityStore activities, Attendance attendance, Reach reach, Views views) {
        this.seats = seats;
        this.lists = lists;
        this.activities = activities;
        this.attendance = attendance;
        this.reach = reach;
        this.views = views;
    }

    @DELETE
    @Requires(Reach.VOLUNTEER)
    public Response leave(@Context Caller caller, @PathParam("id") String id) {
        Signup signup = signup(id);
        reach.self(caller, signup.account(), id, signup.street());
        if (!seats.leave(signup.id())) {
            throw ProblemException.of(409, attendance.isOver(activity(signup), signup) ? "shift-over" : "signup-state");
        }
        return Response.noContent().build();
    }

    /**
     * Notes that somebody came; where their hours are public already, it puts the time right, and they are public anew.
     *
     * @param at when it was, for who has no phone and is on a list on paper, within a week; left out: now
     */
    @POST
    @Path("/check-in")
    @Requires(Reach.COORDINATE)
    public SignupJson checkIn(
            @Context Caller caller, @PathParam("id") String id, @QueryParam("at") @Nullable String at) {
        Signup signup = another(caller, id);
        Activity activity = activity(signup);
        Presence presence =
                new Presence(activity.spot(), noted(activity, signup, at), caller.account(), Optional.empty());
        return views.signup(
                at == null
                        ? attendance.came(activity, signup, presence)
                        : attendance.cameAt(activity, signup, presence));
    }

    /**
     * Notes that somebody went; where their hours are public already, it puts the time right, and they are public anew.
     *
     * @param at when it was, for who has no phone or forgot, within a week; left out: now
     */
    @POST
    @Path("/check-out")
    @Requires(Reach.COORDINATE)
    public SignupJson checkOut(
            @Context Caller caller, @PathParam("id") String id, @QueryParam("at") @Nullable String at) {
        Signup signup = another(caller, id);
        Activity activity = activity(signup);
        Instant then = noted(activity, signup, at);
        return views.signup(
                at == null
                        ? attendance.went(activity, signup, then, caller.account())
                        : attendance.wentAt(activity, signup, then, caller.account()));
    }

    /** Hours that count already are struck by who oversees the street alone. */
    @POST
    @Path("/strike")
    @Consumes("application/json")
    @Requires(Reach.COORDINATE)
    public SignupJson strike(@Context Caller caller, @PathParam("id") String id, @NotNull @Valid ReasonJson json) {
        Signup signup = another(caller, id);
        if (signup.state() == SignupState.COUNTED) {
            reach.overseer(caller, id, signup.street());
        }
        return views.signup(attendance.struck(signup, json.reason().strip()));
    }

    /** When it was, as the coordinator has noted it: now or before, and not long ago. */
    private Instant noted(Activity activity, Signup signup, @Nullable String at) {
        Instant now = attendance.now();
        Instant then = at == null ? now : Wire.time("at", at);
        boolean tooLate =
                !now.isBefore(Attendance.shift(activity, signup).endsAt().plus(ON_PAPER));
        if (then.isAfter(now) || tooLate) {
            throw ProblemException.of(422, "outside-hours");
        }
        return then;
    }

    /** A sign-up that the caller coordinates and that is not their own. */
    private Signup another(Caller caller, String id) {
        Signup signup = signup(id);
        reach.coordinator(caller, id, activity(signup).area());
        if (signup.account().equals(caller.account())) {
            throw ProblemException.of(403, "not-for-oneself");
        }
        return signup;
    }

    private Activity activity(Signup signup) {
        return activities.find(signup.activity()).orElseThrow();
    }

    private Signup signup(String id) {
        return lists.find(Wire.id(id)).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }
}
