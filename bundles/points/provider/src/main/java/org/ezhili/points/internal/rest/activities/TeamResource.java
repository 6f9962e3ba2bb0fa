package org.ezhili.points.internal.rest.activities;

import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
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
import org.ezhili.points.internal.domain.activities.Standing;
import org.ezhili.points.internal.domain.activities.Team;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.activities.TeamMembers;
import org.ezhili.points.internal.store.activities.TeamRequests;
import org.ezhili.points.internal.store.activities.TeamStore;
import org.jspecify.annotations.Nullable;

/** One team: the office renames and dissolves it and names its leader; members see each other's names. */
@Path("/v1/teams/{id}")
@Produces("application/json")
public final class TeamResource {

    private final TeamAccess access;
    private final TeamStore store;
    private final TeamMembers members;
    private final TeamRequests requests;
    private final Reach reach;
    private final TeamViews views;

    public TeamResource(
            TeamAccess access,
            TeamStore store,
            TeamMembers members,
            TeamRequests requests,
            Reach reach,
            TeamViews views) {
        this.access = access;
        this.store = store;
        this.members = members;
        this.requests = requests;
        this.reach = reach;
        this.views = views;
    }

    @GET
    @Requires(Reach.VOLUNTEER)
    public TeamJson one(@Context Caller caller, @PathParam("id") String id) {
        return views.team(caller, access.near(caller, id));
    }

    @PUT
    @Consumes("application/json")
    @Requires(Reach.COORDINATE)
    public TeamJson rename(@Context Caller caller, @PathParam("id") String id, @NotNull @Valid TeamNameJson json) {
        store.rename(access.coordinated(caller, id).id(), json.name().strip());
        return views.team(caller, access.any(id));
    }

    @DELETE
    @Requires(Reach.COORDINATE)
    public Response dissolve(@Context Caller caller, @PathParam("id") String id) {
        store.dissolve(access.coordinated(caller, id));
        return Response.noContent().build();
    }

    @PUT
    @Path("/leader")
    @Consumes("application/json")
    @Requires(Reach.COORDINATE)
    public TeamJson lead(@Context Caller caller, @PathParam("id") String id, @NotNull @Valid LeaderJson json) {
        members.lead(access.coordinated(caller, id), json.leader().strip(), caller.account());
        return views.team(caller, access.any(id));
    }

    /** The members' names, for members. */
    @GET
    @Path("/roster")
    @Requires(Reach.VOLUNTEER)
    public PageJson<RosterJson> roster(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Team team = access.any(id);
        if (requests.standing(team, caller.account()) == Standing.MEMBER) {
            reach.on(team.street());
        } else {
            reach.selfOrCoordinator(caller, team.leader(), id, team.area());
        }
        Page<Volunteer> page = members.of(team, PageRequest.of(limit, cursor));
        return new PageJson<>(views.roster(team, page.items()), page.next().orElse(null));
    }
}
