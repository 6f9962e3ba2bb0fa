package org.ezhili.points.internal.rest.activities;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.activities.Anomaly;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.activities.SignupLists;
import org.jspecify.annotations.Nullable;

/** What keeps hours honest: the public list before they count, and what a person should look at. */
@Path("/v1")
@Produces("application/json")
public final class OpennessResource {

    private final SignupLists lists;
    private final Reach reach;
    private final Views views;

    public OpennessResource(SignupLists lists, Reach reach, Views views) {
        this.lists = lists;
        this.reach = reach;
        this.views = views;
    }

    @GET
    @Path("/hours")
    @Requires(Reach.VOLUNTEER)
    public PageJson<HoursJson> hours(
            @Context Caller caller,
            @QueryParam("area") @Nullable String area,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Page<Signup> page = lists.shown(reach.neighbourhood(caller, area), PageRequest.of(limit, cursor));
        List<Signup> shown = page.items().stream()
                .filter(signup -> reach.isOn(signup.street()))
                .toList();
        return new PageJson<>(views.hours(shown), page.next().orElse(null));
    }

    @GET
    @Path("/anomalies")
    @Requires(Reach.OVERSEE)
    public PageJson<AnomalyJson> anomalies(
            @Context Caller caller,
            @QueryParam("area") @Nullable String area,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Page<Anomaly> page = lists.anomalies(reach.areas(caller, Reach.OVERSEE, area), PageRequest.of(limit, cursor));
        List<Anomaly> shown = page.items().stream()
                .filter(anomaly -> reach.isOn(anomaly.street()))
                .toList();
        return new PageJson<>(views.anomalies(shown), page.next().orElse(null));
    }
}
