package org.ezhili.points.internal.rest.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.desk.Places;
import org.ezhili.points.internal.desk.Scope;
import org.ezhili.points.internal.domain.ledger.Outcome;
import org.ezhili.points.internal.domain.ledger.PostingKind;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.rest.Texts;
import org.ezhili.points.internal.store.earning.Budgets;
import org.ezhili.points.internal.store.earning.Earnings;
import org.ezhili.points.internal.store.ledger.Statements;
import org.jspecify.annotations.Nullable;

/** A street's ledger: what was given and what became of it, budgets, corrections. */
@Path("/v1/streets/{street}")
@Produces("application/json")
public final class StreetResource {

    /** What goes out and back by itself, as holds and refunds do, is ended where it began. */
    private static final Set<PostingKind> CORRECTABLE =
            EnumSet.of(PostingKind.EARN, PostingKind.REDEEM, PostingKind.EXPIRE);

    private final StreetBooks books;
    private final Statements statements;
    private final Budgets budgets;
    private final Earnings earnings;
    private final Scope scope;
    private final Places places;
    private final Accounts accounts;
    private final Audit audit;
    private final Clock clock;

    public StreetResource(
            StreetBooks books,
            Statements statements,
            Budgets budgets,
            Earnings earnings,
            Scope scope,
            Places places,
            Accounts accounts,
            Audit audit,
            Clock clock) {
        this.books = books;
        this.statements = statements;
        this.budgets = budgets;
        this.earnings = earnings;
        this.scope = scope;
        this.places = places;
        this.accounts = accounts;
        this.audit = audit;
        this.clock = clock;
    }

    @GET
    @Path("/ledger")
    @Requires("points.ledger")
    public LedgerJson ledger(@Context Caller caller, @PathParam("street") String street) {
        AreaCode area = scope.street(caller, street, "points.ledger");
        String name = places.names(List.of(area)).getOrDefault(area, area.digits());
        return books.of(Map.of(area, name)).get(0);
    }

    @GET
    @Path("/entries")
    @Requires("points.ledger")
    public PageJson<EntryJson> entries(
            @Context Caller caller,
            @PathParam("street") String street,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        AreaCode area = scope.street(caller, street, "points.ledger");
        Page<Statements.Entry> page = statements.entries(area, PageRequest.of(limit, cursor));
        Map<String, String> names = accounts.names(
                page.items().stream().map(Statements.Entry::owner).distinct().toList());
        return new PageJson<>(
                page.items().stream()
                        .map(entry -> AccountResource.json(
                                entry, entry.owner(), names.getOrDefault(entry.owner(), entry.owner())))
                        .toList(),
                page.next().orElse(null));
    }

    @POST
    @Path("/entries/{id}/reversal")
    @Consumes("application/json")
    @Requires("points.govern")
    public AwardJson reverse(
            @Context Caller caller,
            @PathParam("street") String street,
            @PathParam("id") String id,
            @NotNull @Valid CorrectionJson json) {
        AreaCode area = scope.street(caller, street, "points.govern");
        long posting = Texts.id(id);
        Statements.Keyed wrong = statements
                .find(posting)
                .filter(keyed -> keyed.streets().contains(area))
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (!CORRECTABLE.contains(wrong.kind())) {
            throw ProblemException.of(409, "posting-final");
        }
        if (!wrong.streets().stream().allMatch(giver -> caller.may("points.govern", giver))) {
            throw ProblemException.of(409, "posting-shared");
        }
        Outcome outcome = earnings.correct(posting, wrong.key(), json.reason().strip());
        if (outcome instanceof Outcome.Refused refused) {
            throw refused.reason() == Outcome.Reason.CLOSED
                    ? ProblemException.of(409, "posting-closed")
                    : ProblemException.of(409, "posting-final");
        }
        audit.record(caller, "points.govern", "posting:" + posting, Optional.of(area), "done");
        return new AwardJson(((Outcome.Posted) outcome).amount(), null);
    }

    @GET
    @Path("/budgets")
    @Requires("points.ledger")
    public PageJson<BudgetJson> budgets(@Context Caller caller, @PathParam("street") String street) {
        AreaCode area = scope.street(caller, street, "points.ledger");
        return PageJson.all(budgets.of(area).stream().map(BudgetJson::from).toList());
    }

    @PUT
    @Path("/budgets/{year}")
    @Consumes("application/json")
    @Requires("points.govern")
    public BudgetJson setBudget(
            @Context Caller caller,
            @PathParam("street") String street,
            @PathParam("year") String year,
            @NotNull @Valid NewBudgetJson json) {
        AreaCode area = scope.street(caller, street, "points.govern");
        if (!year.matches("20[0-9]{2}")) {
            throw ProblemException.field("year", "year");
        }
        BudgetJson budget = BudgetJson.from(budgets.set(
                area,
                Integer.parseInt(year),
                json.amount(),
                caller.account(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS)));
        audit.record(caller, "points.govern", "budget:" + area + "/" + year, Optional.of(area), "done");
        return budget;
    }
}
