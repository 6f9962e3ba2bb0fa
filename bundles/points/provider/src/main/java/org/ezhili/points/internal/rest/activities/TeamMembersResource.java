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
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.activities.TeamMembers;
import org.jspecify.annotations.Nullable;

/** Who is in a team: its leader and the office see and say so. */
@Path("/v1/teams/{id}/members")
@Produces("application/json")
public final class TeamMembersResource {

    private final TeamAccess access;
    private final TeamMembers members;
    private final Views views;

    public TeamMembersResource(TeamAccess access, TeamMembers members, Views views) {
        this.access = access;
        this.members = members;
        this.views = views;
    }

    @GET
    @Requires(Reach.VOLUNTEER)
    public PageJson<VolunteerJson> list(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Page<Volunteer> page = members.of(access.led(caller, id), PageRequest.of(limit, cursor));
        return new PageJson<>(views.volunteers(page.items()), page.next().orElse(null));
    }

    /** Puts somebody in, who may have asked for it. */
    @PUT
    @Path("/{account}")
    @Requires(Reach.VOLUNTEER)
    public Response add(@Context Caller caller, @PathParam("id") String id, @PathParam("account") String account) {
        members.add(access.led(caller, id), account, caller.account());
        return Response.noContent().build();
    }

    /** Takes out a member, or leaves. */
    @DELETE
    @Path("/{account}")
    @Requires(Reach.VOLUNTEER)
    public Response remove(@Context Caller caller, @PathParam("id") String id, @PathParam("account") String account) {
        members.remove(access.forPart(caller, id, account), account, caller.account());
        return Response.noContent().build();
    }
}
