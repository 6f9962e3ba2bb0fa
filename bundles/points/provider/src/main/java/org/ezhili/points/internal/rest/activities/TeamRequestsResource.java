package org.ezhili.points.internal.rest.activities;

import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.activities.Team;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.activities.TeamRequests;
import org.jspecify.annotations.Nullable;

/** Wishes to be in a team. Its leader grants one by putting the volunteer in ({@link TeamMembersResource#add}). */
@Path("/v1/teams/{id}/requests")
@Produces("application/json")
public final class TeamRequestsResource {

    private final TeamAccess access;
    private final TeamRequests requests;
    private final Reach reach;
    private final Views views;

    public TeamRequestsResource(TeamAccess access, TeamRequests requests, Reach reach, Views views) {
        this.access = access;
        this.requests = requests;
        this.reach = reach;
        this.views = views;
    }

    @GET
    @Requires(Reach.VOLUNTEER)
    public PageJson<VolunteerJson> list(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Page<Volunteer> page = requests.of(access.led(caller, id), PageRequest.of(limit, cursor));
        return new PageJson<>(views.volunteers(page.items()), page.next().orElse(null));
    }

    /** Asks, for oneself alone. */
    @PUT
    @Path("/{account}")
    @Requires(Reach.VOLUNTEER)
    public Response ask(@Context Caller caller, @PathParam("id") String id, @PathParam("account") String account) {
        Team team = access.near(caller, id);
        reach.self(caller, account, id, team.area());
        requests.ask(team, account);
        return Response.noContent().build();
    }

    /** Takes one's own wish back, or declines another's. */
    @DELETE
    @Path("/{account}")
    @Requires(Reach.VOLUNTEER)
    public Response end(@Context Caller caller, @PathParam("id") String id, @PathParam("account") String account) {
        requests.end(access.forPart(caller, id, account), account, caller.account());
        return Response.noContent().build();
    }
}
