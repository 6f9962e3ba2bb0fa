package org.ezhili.points.internal.rest.activities;

import java.util.List;
import java.util.Optional;
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
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Ids;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.activities.Team;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.activities.TeamStore;
import org.jspecify.annotations.Nullable;

/** Teams of volunteers: offices form them; everybody of the street sees which there are. */
@Path("/v1/teams")
@Produces("application/json")
public final class TeamsResource {

    private final TeamStore store;
    private final Reach reach;
    private final TeamViews views;
    private final Ids ids;

    public TeamsResource(TeamStore store, Reach reach, TeamViews views, Ids ids) {
        this.store = store;
        this.reach = reach;
        this.views = views;
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
                .entity(views.team(caller, store.find(id).orElseThrow()))
                .build();
    }

    /**
     * @param search part of the name
     * @param mine only those that the caller is in
     * @param managed only those that the caller coordinates
     */
    @GET
    @Requires(Reach.VOLUNTEER)
    public PageJson<TeamJson> list(
            @Context Caller caller,
            @QueryParam("area") @Nullable String area,
            @QueryParam("search") @Nullable String search,
            @QueryParam("mine") boolean mine,
            @QueryParam("managed") boolean managed,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Optional<String> name = Wire.given(search);
        if (name.filter(words -> words.length() > Team.LONGEST_NAME).isPresent()) {
            throw ProblemException.field("search", "unknown-value");
        }
        TeamStore.Filter filter = new TeamStore.Filter(name, mine ? Optional.of(caller.account()) : Optional.empty());
        List<AreaCode> areas =
                managed ? reach.areas(caller, Reach.COORDINATE, area) : reach.neighbourhood(caller, area);
        if (areas.isEmpty()) {
            return PageJson.all(List.of());
        }
        Page<Team> page = store.list(areas, filter, PageRequest.of(limit, cursor));
        List<Team> on =
                page.items().stream().filter(team -> reach.isOn(team.street())).toList();
        return new PageJson<>(views.teams(caller, on), page.next().orElse(null));
    }
}
