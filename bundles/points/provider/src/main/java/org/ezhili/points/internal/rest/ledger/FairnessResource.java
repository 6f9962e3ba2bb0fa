package org.ezhili.points.internal.rest.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import org.ezhili.grid.Area;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Open;
import org.ezhili.points.internal.desk.Places;
import org.ezhili.points.internal.desk.Scope;
import org.ezhili.points.internal.desk.Switched;
import org.ezhili.points.internal.domain.earning.Budget;
import org.ezhili.points.internal.domain.earning.RuleBook;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.earning.Budgets;
import org.ezhili.points.internal.store.earning.RuleBooks;
import org.jspecify.annotations.Nullable;

/** The public page: who gives how many points by which rules, and what became of them. No person is in it. */
@Path("/v1/fairness")
@Produces("application/json")
public final class FairnessResource {

    private final StreetBooks books;
    private final Budgets budgets;
    private final RuleBooks rules;
    private final Places places;
    private final Switched switched;
    private final Scope scope;
    private final Clock clock;
    private final ZoneId zone;

    public FairnessResource(
            StreetBooks books,
            Budgets budgets,
            RuleBooks rules,
            Places places,
            Switched switched,
            Scope scope,
            Clock clock,
            ZoneId zone) {
        this.books = books;
        this.budgets = budgets;
        this.rules = rules;
        this.places = places;
        this.switched = switched;
        this.scope = scope;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param area of which all streets are shown; without it those that have rules */
    @GET
    @Open(Open.To.ANYBODY)
    public PageJson<FairnessJson> streets(@QueryParam("area") @Nullable String area) {
        Map<AreaCode, String> names = area == null ? places.names(rules.streets()) : within(area);
        Map<AreaCode, String> shown = names.entrySet().stream()
                .filter(street -> switched.isOn(street.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        return PageJson.all(of(shown));
    }

    private Map<AreaCode, String> within(String area) {
        AreaCode within = AreaCode.parse(area).orElseThrow(() -> ProblemException.field("area", "area-code"));
        return places.streets(within).stream().collect(Collectors.toMap(Area::code, Area::name));
    }

    @GET
    @Path("/{street}")
    @Open(Open.To.ANYBODY)
    public FairnessJson street(@PathParam("street") String code) {
        AreaCode street = scope.shown(code);
        String name = places.names(List.of(street)).getOrDefault(street, street.digits());
        return of(Map.of(street, name)).get(0);
    }

    private List<FairnessJson> of(Map<AreaCode, String> streets) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Map<AreaCode, Budget> may = budgets.of(streets.keySet(), today.getYear());
        Map<AreaCode, RuleBook> by = rules.on(streets.keySet(), today);
        return books.of(streets).stream()
                .map(ledger ->
                        json(ledger, may.get(AreaCode.of(ledger.street())), by.get(AreaCode.of(ledger.street()))))
                .toList();
    }

    private static FairnessJson json(LedgerJson ledger, @Nullable Budget budget, @Nullable RuleBook book) {
        return new FairnessJson(
                ledger.street(),
                ledger.name(),
                budget == null ? null : BudgetJson.from(budget),
                ledger.given(),
                ledger.redeemed(),
                ledger.expired(),
                ledger.inHands(),
                book == null ? null : RuleBookJson.from(book));
    }
}
