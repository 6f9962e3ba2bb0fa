package org.ezhili.points.internal.rest.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.desk.Places;
import org.ezhili.points.internal.desk.Scope;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.earning.Budgets;

/** A street's ledger: what was given and what became of it, and what it may give. */
@Path("/v1/streets/{street}")
@Produces("application/json")
public final class StreetResource {

    private final StreetBooks books;
    private final Budgets budgets;
    private final Scope scope;
    private final Places places;
    private final Audit audit;
    private final Clock clock;

    public StreetResource(StreetBooks books, Budgets budgets, Scope scope, Places places, Audit audit, Clock clock) {
        this.books = books;
        this.budgets = budgets;
        this.scope = scope;
        this.places = places;
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
