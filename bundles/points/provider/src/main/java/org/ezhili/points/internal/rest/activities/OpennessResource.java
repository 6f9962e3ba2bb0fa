package org.ezhili.points.internal.rest.activities;

import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.activities.Signup;
import org.ezhili.points.internal.domain.activities.SignupState;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.activities.AnomalyStore;
import org.ezhili.points.internal.store.activities.SignupLists;
import org.jspecify.annotations.Nullable;

/** 公示: hours that are public before they count, and what people have against them. */
@Path("/v1")
@Produces("application/json")
public final class OpennessResource {

    private final SignupLists lists;
    private final AnomalyStore anomalies;
    private final Reach reach;
    private final Views views;

    public OpennessResource(SignupLists lists, AnomalyStore anomalies, Reach reach, Views views) {
        this.lists = lists;
        this.anomalies = anomalies;
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

    /** Objects to hours that are public: a person looks at it before they count. */
    @POST
    @Path("/hours/{id}/objections")
    @Consumes("application/json")
    @Requires(Reach.VOLUNTEER)
    public Response object(@Context Caller caller, @PathParam("id") String id, @NotNull @Valid ReasonJson json) {
        Signup signup = lists.find(Wire.id(id)).orElseThrow(() -> new ProblemException(Problem.notFound()));
        reach.neighbour(caller, id, signup.street());
        if (signup.account().equals(caller.account())) {
            throw ProblemException.of(403, "not-for-oneself");
        }
        if (signup.state() != SignupState.SERVED) {
            throw ProblemException.of(409, "signup-state");
        }
        anomalies.object(signup, caller.account(), json.reason().strip());
        return Response.noContent().build();
    }
}
