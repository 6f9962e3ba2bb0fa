package org.ezhili.points.internal.rest.activities;

import java.util.List;
import java.util.Map;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
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
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.desk.Places;
import org.ezhili.points.internal.domain.activities.Team;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.activities.TeamStore;
import org.jspecify.annotations.Nullable;

/** Teams of volunteers: offices form them, their leaders say who is in them. */
@Path("/v1/teams")
@Produces("application/json")
public final class TeamsResource {

    private final TeamStore store;
    private final Reach reach;
    private final Views views;
    private final Places places;
    private final Accounts accounts;
    private final Ids ids;

    public TeamsResource(TeamStore store, Reach reach, Views views, Places places, Accounts accounts, Ids ids) {
        this.store = store;
        this.reach = reach;
        this.views = views;
        this.places = places;
        this.accounts = accounts;
        this.ids = ids;
    }

    @POST
    @Consumes("application/json")
    @Requires(Reach.COORDINATE)
    public Response form(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewTeamJson json) {
        AreaCode area = reach.area(json.area());
        reach.coordinator(caller, area.digits(), area);
        Team team =
                new Team(ids.next(), area, json.name().strip(), json.leader().strip(), 1, 0);
        long id = Wire.made(
                store.form(IdempotencyKey.of("points.team", caller.account(), key, json), team, caller.account()));
        return Response.status(Response.Status.CREATED)
                .entity(shown(List.of(team(String.valueOf(id)))).get(0))
                .build();
    }

    @GET
    @Requires(Reach.VOLUNTEER)
    public PageJson<TeamJson> list(
            @Context Caller caller,
            @QueryParam("area") @Nullable String area,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Page<Team> page = store.list(reach.neighbourhood(caller, area), PageRequest.of(limit, cursor));
        List<Team> on =
                page.items().stream().filter(team -> reach.isOn(team.street())).toList();
        return new PageJson<>(shown(on), page.next().orElse(null));
    }

    @GET
    @Path("/{id}")
    @Requires(Reach.VOLUNTEER)
    public TeamJson one(@Context Caller caller, @PathParam("id") String id) {
        Team team = team(id);
        reach.neighbour(caller, id, team.area());
        return shown(List.of(team)).get(0);
    }

    @DELETE
    @Path("/{id}")
    @Requires(Reach.COORDINATE)
    public Response dissolve(@Context Caller caller, @PathParam("id") String id) {
        Team team = team(id);
        reach.coordinator(caller, id, team.area());
        store.dissolve(team.id());
        return Response.noContent().build();
    }

    @PUT
    @Path("/{id}/leader")
    @Consumes("application/json")
    @Requires(Reach.COORDINATE)
    public TeamJson lead(@Context Caller caller, @PathParam("id") String id, @NotNull @Valid LeaderJson json) {
        Team team = team(id);
        reach.coordinator(caller, id, team.area());
        store.lead(team.id(), json.leader().strip());
        return shown(List.of(team(id))).get(0);
    }

    @GET
    @Path("/{id}/members")
    @Requires(Reach.VOLUNTEER)
    public PageJson<VolunteerJson> members(
            @Context Caller caller,
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Team team = led(caller, id);
        Page<Volunteer> page = store.members(team, PageRequest.of(limit, cursor));
        return new PageJson<>(views.volunteers(page.items()), page.next().orElse(null));
    }

    @PUT
    @Path("/{id}/members/{account}")
    @Requires(Reach.VOLUNTEER)
    public Response add(@Context Caller caller, @PathParam("id") String id, @PathParam("account") String account) {
        store.add(led(caller, id).id(), account);
        return Response.noContent().build();
    }

    /** Takes out a member, or leaves. */
    @DELETE
    @Path("/{id}/members/{account}")
    @Requires(Reach.VOLUNTEER)
    public Response remove(@Context Caller caller, @PathParam("id") String id, @PathParam("account") String account) {
        Team team = account.equals(caller.account()) ? near(caller, id) : led(caller, id);
        store.remove(team.id(), account);
        return Response.noContent().build();
    }

    private Team near(Caller caller, String id) {
        Team team = team(id);
        reach.neighbour(caller, id, team.area());
        return team;
    }

    /** A team that the caller leads or coordinates. */
    private Team led(Caller caller, String id) {
        Team team = team(id);
        reach.selfOrCoordinator(caller, team.leader(), id, team.area());
        return team;
    }

    private Team team(String id) {
        return store.find(Wire.id(id)).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    private List<TeamJson> shown(List<Team> teams) {
        Map<String, String> names =
                accounts.names(teams.stream().map(Team::leader).distinct().toList());
        Map<AreaCode, String> areas =
                places.names(teams.stream().map(Team::area).distinct().toList());
        return teams.stream()
                .map(team -> new TeamJson(
                        String.valueOf(team.id()),
                        team.area().digits(),
                        areas.get(team.area()),
                        team.name(),
                        team.leader().isEmpty() ? null : team.leader(),
                        names.get(team.leader()),
                        team.members(),
                        team.minutes()))
                .toList();
    }
}
