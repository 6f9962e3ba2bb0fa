package org.ezhili.points.internal.rest.activities;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.activities.ActivityStore;
import org.ezhili.points.internal.store.activities.Seats;
import org.ezhili.points.internal.store.activities.SignupLists;
import org.jspecify.annotations.Nullable;

/** Sign-ups: take a seat or a place in the queue, and list one's own. */
@Path("/v1/signups")
@Produces("application/json")
public final class SignupsResource {

    private static final int OPEN = 50;

    private final Seats seats;
    private final SignupLists lists;
    private final ActivityStore activities;
    private final Reach reach;
    private final Views views;
    private final Clock clock;

    public SignupsResource(
            Seats seats, SignupLists lists, ActivityStore activities, Reach reach, Views views, Clock clock) {
        this.seats = seats;
        this.lists = lists;
        this.activities = activities;
        this.reach = reach;
        this.views = views;
        this.clock = clock;
    }

    @POST
    @Consumes("application/json")
    @Requires(Reach.VOLUNTEER)
    public Response signUp(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewSignupJson json) {
        long id = Wire.id(json.shift());
        Activity activity = activities.ofShift(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
        reach.neighbour(caller, String.valueOf(activity.id()), activity.area());
        Shift shift = activity.shift(id).orElseThrow();
        String account = Wire.given(json.account()).orElse(caller.account());
        if (!account.equals(caller.account())) {
            reach.coordinator(caller, String.valueOf(activity.id()), activity.area());
        }
        Instant now = clock.instant();
        if (!now.isBefore(shift.endsAt())) {
            throw ProblemException.of(409, "shift-over");
        }
        IdempotencyKey once = IdempotencyKey.of("points.sign-up", caller.account(), key, json);
        String skill = Wire.given(json.skill()).orElse("");
        long made = Wire.made(
                account.equals(caller.account())
                        ? seats.signUp(once, activity, shift, skill, account)
                        : seats.enlist(once, activity, shift, skill, account));
        return Response.status(Response.Status.CREATED)
                .entity(views.signup(lists.find(made).orElseThrow()))
                .build();
    }

    /**
     * One's own, latest first.
     *
     * @param open true: only those that one has still to come for or to go from, the soonest shift first, at most fifty in one page
     */
    @GET
    @Requires(Reach.VOLUNTEER)
    public PageJson<SignupJson> list(
            @Context Caller caller,
            @QueryParam("open") @Nullable Boolean open,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        reach.neighbourhood(caller, null);
        if (Boolean.TRUE.equals(open)) {
            return PageJson.all(shown(lists.open(caller.account(), clock.instant(), OPEN)));
        }
        Page<Signup> page = lists.of(caller.account(), PageRequest.of(limit, cursor));
        return new PageJson<>(shown(page.items()), page.next().orElse(null));
    }

    private List<SignupJson> shown(List<Signup> signups) {
        return views.signups(
                signups.stream().filter(signup -> reach.isOn(signup.street())).toList());
    }
}
