package org.ezhili.points.internal.rest.activities;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Ids;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.CheckInCodes;
import org.ezhili.points.internal.domain.activities.Quota;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.Spot;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.activities.ActivityStore;
import org.ezhili.points.internal.store.activities.Secrets;
import org.ezhili.points.internal.store.activities.SignupLists;
import org.jspecify.annotations.Nullable;

/** Activities: publish, look at, cancel, show the code to check in by. */
@Path("/v1/activities")
@Produces("application/json")
public final class ActivitiesResource {

    private static final Duration LONGEST = Duration.ofHours(24);

    private static final int COMING = 500;
    private static final int NEAR = 50;

    private final ActivityStore store;
    private final SignupLists signups;
    private final Secrets secrets;
    private final Reach reach;
    private final Views views;
    private final Ids ids;
    private final Clock clock;

    public ActivitiesResource(
            ActivityStore store, SignupLists signups, Secrets secrets, Reach reach, Views views, Ids ids, Clock clock) {
        this.store = store;
        this.signups = signups;
        this.secrets = secrets;
        this.reach = reach;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    @POST
    @Consumes("application/json")
    @Requires(Reach.COORDINATE)
    public Response publish(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewActivityJson json) {
        AreaCode area = reach.area(json.area());
        reach.coordinator(caller, area.digits(), area);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Activity activity = new Activity(
                ids.next(),
                area,
                json.title().strip(),
                json.description().strip(),
                json.category().strip(),
                new Spot(json.lon(), json.lat()),
                json.fence(),
                caller.account(),
                now,
                Optional.empty(),
                json.shifts().stream().map(shift -> shift(shift, now)).toList());
        long id = Wire.made(store.publish(IdempotencyKey.of("points.publish", caller.account(), key, json), activity));
        return Response.status(Response.Status.CREATED)
                .entity(views.activity(store.find(id).orElseThrow(), null))
                .build();
    }

    @GET
    @Requires(Reach.VOLUNTEER)
    public PageJson<ActivityJson> list(
            @Context Caller caller,
            @QueryParam("area") @Nullable String area,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Page<Activity> page = store.list(reach.neighbourhood(caller, area), PageRequest.of(limit, cursor));
        List<Activity> shown = page.items().stream()
                .filter(activity -> reach.isOn(activity.street()))
                .toList();
        return new PageJson<>(views.activities(shown), page.next().orElse(null));
    }

    /**
     * What is still to come, at most fifty of the five hundred that are over soonest: nearest first, or, without a place, in that
     * order.
     */
    @GET
    @Path("/near")
    @Requires(Reach.VOLUNTEER)
    public PageJson<ActivityJson> near(
            @Context Caller caller, @QueryParam("lon") @Nullable Double lon, @QueryParam("lat") @Nullable Double lat) {
        Optional<Spot> place = lon == null && lat == null ? Optional.empty() : Optional.of(spot(lon, lat));
        List<Activity> coming = store.coming(reach.neighbourhood(caller, null), clock.instant(), COMING).stream()
                .filter(activity -> reach.isOn(activity.street()))
                .toList();
        return PageJson.all(place.map(here -> views.activities(nearest(coming, here), here))
                .orElseGet(() -> views.activities(coming.stream().limit(NEAR).toList())));
    }

    private static List<Activity> nearest(List<Activity> coming, Spot here) {
        return coming.stream()
                .sorted(Comparator.comparingDouble(activity -> activity.spot().metresTo(here)))
                .limit(NEAR)
                .toList();
    }

    private static Spot spot(@Nullable Double lon, @Nullable Double lat) {
        if (lon == null || Double.isNaN(lon) || Math.abs(lon) > 180) {
            throw ProblemException.field("lon", "unknown-value");
        }
        if (lat == null || Double.isNaN(lat) || Math.abs(lat) > 90) {
            throw ProblemException.field("lat", "unknown-value");
        }
        return new Spot(lon, lat);
    }

    @GET
    @Path("/{id}")
    @Requires(Reach.VOLUNTEER)
    public ActivityJson one(@Context Caller caller, @PathParam("id") String id) {
        Activity activity = activity(id);
        reach.neighbour(caller, id, activity.area());
        return views.activity(activity, signups.of(caller.account(), activity.id()));
    }

    @POST
    @Path("/{id}/cancellation")
    @Consumes("application/json")
    @Requires(Reach.COORDINATE)
    public ActivityJson cancel(@Context Caller caller, @PathParam("id") String id, @NotNull @Valid ReasonJson json) {
        Activity activity = coordinated(caller, id);
        store.cancel(activity, json.reason().strip());
        return views.activity(activity(id), null);
    }

    @GET
    @Path("/{id}/code")
    @Requires(Reach.COORDINATE)
    public CodeJson code(@Context Caller caller, @PathParam("id") String id) {
        Activity activity = coordinated(caller, id);
        if (activity.isCancelled()) {
            throw ProblemException.of(409, "activity-cancelled");
        }
        Instant now = clock.instant();
        CheckInCodes codes = new CheckInCodes(secrets.checkIn());
        return new CodeJson(
                codes.code(activity.id(), now), codes.digits(activity.id(), now), CheckInCodes.shownUntil(now));
    }

    @GET
    @Path("/{id}/signups")
    @Requires(Reach.COORDINATE)
    public PageJson<SignupJson> signups(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Page<Signup> page = signups.of(coordinated(caller, id).id(), PageRequest.of(limit, cursor));
        return new PageJson<>(views.signups(page.items()), page.next().orElse(null));
    }

    private Activity coordinated(Caller caller, String id) {
        Activity activity = activity(id);
        reach.coordinator(caller, id, activity.area());
        return activity;
    }

    private Activity activity(String id) {
        return store.find(Wire.id(id)).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    private Shift shift(ShiftJson json, Instant now) {
        Instant starts = json.startsAt().truncatedTo(ChronoUnit.MILLIS);
        Instant ends = json.endsAt().truncatedTo(ChronoUnit.MILLIS);
        if (!ends.isAfter(starts)
                || ends.isAfter(starts.plus(LONGEST))
                || !ends.isAfter(now)
                || starts.isAfter(now.plus(Duration.ofDays(366)))) {
            throw ProblemException.of(422, "shift-times");
        }
        List<Quota> quotas = json.quotas().stream()
                .map(quota -> new Quota(Wire.given(quota.skill()).orElse(""), quota.seats(), 0))
                .toList();
        if (quotas.stream().map(Quota::skill).distinct().count() < quotas.size()) {
            throw ProblemException.of(422, "skill-twice");
        }
        return new Shift(ids.next(), starts, ends, quotas);
    }
}
