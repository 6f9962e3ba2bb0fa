package org.ezhili.points.internal.rest.activities;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Role;
import org.ezhili.points.internal.domain.activities.Stars;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.domain.activities.VolunteerState;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.activities.VolunteerNames;
import org.ezhili.points.internal.store.activities.VolunteerStore;
import org.jspecify.annotations.Nullable;

/** Volunteers: apply, be approved, leave. */
@Path("/v1/volunteers")
@Produces("application/json")
public final class VolunteersResource {

    private static final Set<Role> STAFF = EnumSet.of(Role.WORKER, Role.COMMUNITY, Role.STREET, Role.DISTRICT);

    private static final int LONGEST_SEARCH = 40;

    private final VolunteerStore store;
    private final VolunteerNames names;
    private final Reach reach;
    private final Views views;
    private final Ids ids;
    private final Clock clock;

    public VolunteersResource(
            VolunteerStore store, VolunteerNames names, Reach reach, Views views, Ids ids, Clock clock) {
        this.store = store;
        this.names = names;
        this.reach = reach;
        this.views = views;
        this.ids = ids;
        this.clock = clock;
    }

    @POST
    @Consumes("application/json")
    @Requires(Reach.VOLUNTEER)
    public Response apply(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewVolunteerJson json) {
        AreaCode area = reach.area(json.area());
        reach.neighbour(caller, area.digits(), area);
        Volunteer volunteer = new Volunteer(
                ids.next(),
                caller.account(),
                area,
                kind(caller, json),
                VolunteerState.APPLIED,
                skills(json.skills()),
                0,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Optional.empty());
        IdempotencyKey once = IdempotencyKey.of("points.volunteer", caller.account(), key, json);
        long id = Wire.made(store.apply(once, volunteer, caller.name()));
        return Response.status(Response.Status.CREATED)
                .entity(views.volunteer(store.find(id).orElseThrow()))
                .build();
    }

    @GET
    @Path("/{id}")
    @Requires(Reach.VOLUNTEER)
    public VolunteerJson one(@Context Caller caller, @PathParam("id") String id) {
        Volunteer volunteer = volunteer(id);
        reach.selfOrCoordinator(caller, volunteer.account(), id, volunteer.area());
        return views.volunteer(volunteer);
    }

    /** Skills, once the office has seen proof of them. */
    @PUT
    @Path("/{id}/skills")
    @Consumes("application/json")
    @Requires(Reach.COORDINATE)
    public VolunteerJson skills(@Context Caller caller, @PathParam("id") String id, @NotNull @Valid SkillsJson json) {
        Volunteer volunteer = volunteer(id);
        reach.coordinator(caller, id, volunteer.area());
        notForOneself(caller, volunteer);
        return views.volunteer(store.skilled(volunteer.id(), skills(json.skills())));
    }

    @GET
    @Path("/me")
    @Requires(Reach.VOLUNTEER)
    public OwnVolunteerJson me(@Context Caller caller) {
        reach.neighbourhood(caller, null);
        List<Volunteer> own = store.of(caller.account());
        long minutes = own.stream().mapToLong(Volunteer::minutes).sum();
        List<Volunteer> shown =
                own.stream().filter(volunteer -> reach.isOn(volunteer.street())).toList();
        return new OwnVolunteerJson(views.volunteers(shown), minutes, Stars.of(minutes));
    }

    @GET
    @Requires(Reach.COORDINATE)
    public PageJson<VolunteerJson> list(
            @Context Caller caller,
            @QueryParam("area") @Nullable String area,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Optional<VolunteerState> only = Wire.given(state).map(word -> VolunteerState.ofWord(word)
                .orElseThrow(() -> ProblemException.field("state", "unknown-value")));
        List<AreaCode> areas = reach.areas(caller, Reach.COORDINATE, area);
        Page<Volunteer> page = store.list(areas, only, PageRequest.of(limit, cursor));
        List<Volunteer> shown = page.items().stream()
                .filter(volunteer -> reach.isOn(volunteer.street()))
                .toList();
        return new PageJson<>(views.volunteers(shown), page.next().orElse(null));
    }

    /** Approved volunteers of the street of an area that the caller coordinates, by name: who can be put into a team or a shift. */
    @GET
    @Path("/candidates")
    @Requires(Reach.COORDINATE)
    public PageJson<CandidateJson> candidates(
            @Context Caller caller,
            @QueryParam("area") @Nullable String area,
            @QueryParam("search") @Nullable String search,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        AreaCode near = reach.area(Wire.given(area).orElseThrow(() -> ProblemException.field("area", "required")));
        reach.coordinator(caller, near.digits(), near);
        Optional<String> words = Wire.given(search);
        if (words.filter(given -> given.length() > LONGEST_SEARCH).isPresent()) {
            throw ProblemException.field("search", "unknown-value");
        }
        Page<Volunteer> page = names.approved(near.street().orElseThrow(), words, PageRequest.of(limit, cursor));
        return new PageJson<>(views.candidates(page.items()), page.next().orElse(null));
    }

    @POST
    @Path("/{id}/decision")
    @Consumes("application/json")
    @Requires(Reach.COORDINATE)
    public VolunteerJson decide(@Context Caller caller, @PathParam("id") String id, @NotNull @Valid DecisionJson json) {
        Volunteer volunteer = volunteer(id);
        reach.coordinator(caller, id, volunteer.area());
        notForOneself(caller, volunteer);
        Optional<String> reason = Wire.given(json.reason());
        if (!json.approved() && reason.isEmpty()) {
            throw ProblemException.field("reason", "not-blank");
        }
        VolunteerState decision = json.approved() ? VolunteerState.APPROVED : VolunteerState.REFUSED;
        return views.volunteer(store.decide(volunteer.id(), decision, caller.account(), reason));
    }

    @DELETE
    @Path("/{id}")
    @Requires(Reach.VOLUNTEER)
    public Response leave(@Context Caller caller, @PathParam("id") String id) {
        Volunteer volunteer = volunteer(id);
        reach.self(caller, volunteer.account(), id, volunteer.area());
        store.leave(volunteer.id());
        return Response.noContent().build();
    }

    private Volunteer volunteer(String id) {
        return store.find(Wire.id(id)).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    private static void notForOneself(Caller caller, Volunteer volunteer) {
        if (volunteer.account().equals(caller.account())) {
            throw ProblemException.of(403, "not-for-oneself");
        }
    }

    /** Who works for an office is staff, whose account is a unit's serves as a unit, unless they want to serve as a person. */
    private static String kind(Caller caller, NewVolunteerJson json) {
        String own = caller.has(Role.DEPARTMENT) ? "unit" : STAFF.stream().anyMatch(caller::has) ? "staff" : "person";
        String kind = Wire.given(json.kind()).orElse(own);
        if (!kind.equals("person") && !kind.equals(own)) {
            throw ProblemException.field("kind", "unknown-value");
        }
        return kind;
    }

    private static List<String> skills(@Nullable List<String> given) {
        return given == null
                ? List.of()
                : given.stream().map(String::strip).distinct().toList();
    }
}
