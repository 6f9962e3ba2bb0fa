package org.ezhili.points.internal.rest.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.desk.Scope;
import org.ezhili.points.internal.domain.earning.DryRun;
import org.ezhili.points.internal.domain.earning.RuleBook;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.earning.Occasions;
import org.ezhili.points.internal.store.earning.RuleBooks;

/** By which rules a street gives points. Everybody may read them. */
@Path("/v1/streets/{street}/rules")
@Produces("application/json")
public final class RulesResource {

    private static final int QUARTER = 3;

    private final RuleBooks books;
    private final Occasions occasions;
    private final Scope scope;
    private final Audit audit;
    private final Clock clock;
    private final ZoneId zone;

    public RulesResource(RuleBooks books, Occasions occasions, Scope scope, Audit audit, Clock clock, ZoneId zone) {
        this.books = books;
        this.occasions = occasions;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
        this.zone = zone;
    }

    @GET
    @Open(Open.To.SIGNED_IN)
    public PageJson<RuleBookJson> versions(@PathParam("street") String street) {
        return PageJson.all(
                books.of(scope.shown(street)).stream().map(RuleBookJson::from).toList());
    }

    @POST
    @Consumes("application/json")
    @Requires("points.govern")
    public Response publish(
            @Context Caller caller, @PathParam("street") String street, @NotNull @Valid RuleBookJson json) {
        AreaCode area = scope.street(caller, street, "points.govern");
        RuleBook draft = json.toDomain(area);
        if (draft.effectiveFrom().isBefore(today())) {
            throw ProblemException.field("effectiveFrom", "past");
        }
        RuleBook book = books.publish(draft, caller.account(), clock.instant().truncatedTo(ChronoUnit.MILLIS));
        audit.record(caller, "points.govern", "rules:" + area + "/" + book.version(), Optional.of(area), "done");
        return Response.status(Response.Status.CREATED)
                .entity(RuleBookJson.from(book))
                .build();
    }

    @POST
    @Path("/dry-runs")
    @Consumes("application/json")
    @Requires("points.govern")
    public DryRunJson dryRun(
            @Context Caller caller, @PathParam("street") String street, @NotNull @Valid RuleBookJson json) {
        RuleBook draft = json.toDomain(scope.street(caller, street, "points.govern"));
        LocalDate to = today();
        LocalDate from = to.minusMonths(QUARTER);
        List<DryRunJson.LineJson> lines = occasions.dryRun(draft, from, to).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> line(entry.getKey().word(), entry.getValue()))
                .toList();
        return new DryRunJson(
                from.toString(),
                to.minusDays(1).toString(),
                lines.stream().mapToLong(DryRunJson.LineJson::given).sum(),
                lines.stream().mapToLong(DryRunJson.LineJson::would).sum(),
                lines);
    }

    private static DryRunJson.LineJson line(String kind, DryRun.Line line) {
        return new DryRunJson.LineJson(kind, line.occasions(), line.given(), line.would(), line.capped());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
