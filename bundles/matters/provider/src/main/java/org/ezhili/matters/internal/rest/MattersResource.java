package org.ezhili.matters.internal.rest;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
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
import org.ezhili.matters.internal.desk.Desk;
import org.ezhili.matters.internal.desk.Handling;
import org.ezhili.matters.internal.desk.Inbox;
import org.ezhili.matters.internal.desk.Intake;
import org.ezhili.matters.internal.desk.Report;
import org.ezhili.matters.internal.domain.Action;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.Move;
import org.ezhili.matters.internal.domain.Spot;
import org.ezhili.matters.internal.store.MatterStore;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Matters: report, list, look at, act on. */
@Path("/v1/matters")
@Produces("application/json")
public final class MattersResource {

    private final Intake intake;
    private final Desk desk;
    private final Handling handling;
    private final Inbox inbox;
    private final MatterStore store;
    private final MatterViews views;
    private final Clock clock;

    public MattersResource(
            Intake intake,
            Desk desk,
            Handling handling,
            Inbox inbox,
            MatterStore store,
            MatterViews views,
            Clock clock) {
        this.intake = intake;
        this.desk = desk;
        this.handling = handling;
        this.inbox = inbox;
        this.store = store;
        this.views = views;
        this.clock = clock;
    }

    @POST
    @Consumes("application/json")
    @Requires(Intake.REPORT)
    public Response report(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewMatterJson json) {
        Report report = new Report(
                json.category(),
                description(json.description().strip()),
                Texts.given(json.area()),
                spot(json.lon(), json.lat()),
                Texts.photos(json.photos()));
        Optional<IdempotencyKey> once =
                Optional.ofNullable(key).map(value -> IdempotencyKey.of(Intake.REPORT, caller.account(), value, json));
        Matter matter = intake.report(caller, report, once);
        return Response.status(Response.Status.CREATED)
                .entity(views.reported(caller, matter))
                .build();
    }

    @GET
    @Requires(Inbox.READ)
    public PageJson<MatterJson> list(
            @Context Caller caller,
            @QueryParam("area") @Nullable String area,
            @QueryParam("state") @Nullable String state,
            @QueryParam("category") @Nullable String category,
            @QueryParam("handler") @Nullable String handler,
            @QueryParam("mine") @Nullable String mine,
            @QueryParam("overdue") @Nullable String overdue,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Inbox.Filter filter = Filters.of(area, state, category, handler, mine, overdue);
        Page<Matter> page = inbox.list(caller, filter, PageRequest.of(limit, cursor));
        return new PageJson<>(views.list(caller, page.items()), page.next().orElse(null));
    }

    @GET
    @Path("/{id}")
    @Requires(Inbox.READ)
    public MatterJson one(@Context Caller caller, @PathParam("id") String id) {
        return views.one(caller, desk.matter(caller, Texts.id(id), Inbox.READ));
    }

    @GET
    @Path("/{id}/history")
    @Requires(Inbox.READ)
    public PageJson<StepJson> history(@Context Caller caller, @PathParam("id") String id) {
        Matter matter = desk.matter(caller, Texts.id(id), Inbox.READ);
        return PageJson.all(views.history(caller, store.history(matter.id())));
    }

    @GET
    @Path("/{id}/handlers")
    @Requires("matters.manage")
    public PageJson<HandlerJson> handlers(@Context Caller caller, @PathParam("id") String id) {
        Matter matter = desk.matter(caller, Texts.id(id), "matters.manage");
        List<Account> candidates = handling.candidates(caller, matter);
        return PageJson.all(candidates.stream().map(MattersResource::handler).toList());
    }

    @POST
    @Path("/{id}/actions")
    @Consumes("application/json")
    @Requires(Handling.ACT)
    public MatterJson act(@Context Caller caller, @PathParam("id") String id, @NotNull @Valid ActionJson json) {
        Action action =
                Action.ofWord(json.action()).orElseThrow(() -> ProblemException.field("action", "unknown-action"));
        Move move = new Move(
                action,
                caller.account(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                Texts.given(json.handler()),
                Texts.given(json.reason()),
                Texts.given(json.note()),
                Texts.photos(json.photos()));
        return views.one(caller, handling.act(caller, Texts.id(id), json.version(), move));
    }

    private static HandlerJson handler(Account account) {
        String role = account.grants().stream()
                .map(grant -> grant.role().word())
                .findFirst()
                .orElse("");
        return new HandlerJson(account.account(), account.name(), role);
    }

    /** A wide blank, as Chinese keyboards write it, is blank too. */
    private static String description(String stripped) {
        if (stripped.isEmpty()) {
            throw ProblemException.field("description", "not-blank");
        }
        return stripped;
    }

    private static Optional<Spot> spot(@Nullable Double lon, @Nullable Double lat) {
        if (lon == null && lat == null) {
            return Optional.empty();
        }
        if (lon == null || lat == null) {
            throw ProblemException.field(lon == null ? "lon" : "lat", "required");
        }
        return Optional.of(new Spot(lon, lat));
    }
}
