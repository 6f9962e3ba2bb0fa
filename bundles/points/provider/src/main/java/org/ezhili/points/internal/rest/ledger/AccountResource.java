package org.ezhili.points.internal.rest.ledger;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.Balance;
import org.ezhili.points.internal.desk.Places;
import org.ezhili.points.internal.desk.Switched;
import org.ezhili.points.internal.domain.ledger.Lot;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.rest.Texts;
import org.ezhili.points.internal.store.ledger.Ledger;
import org.ezhili.points.internal.store.ledger.Statements;
import org.jspecify.annotations.Nullable;

/** The caller's own points. */
@Path("/v1/account")
@Produces("application/json")
public final class AccountResource {

    private final Ledger ledger;
    private final Statements statements;
    private final Switched switched;
    private final Places places;
    private final Clock clock;
    private final ZoneId zone;

    public AccountResource(
            Ledger ledger, Statements statements, Switched switched, Places places, Clock clock, ZoneId zone) {
        this.ledger = ledger;
        this.statements = statements;
        this.switched = switched;
        this.places = places;
        this.clock = clock;
        this.zone = zone;
    }

    @GET
    @Open(Open.To.SIGNED_IN)
    public AccountJson account(@Context Caller caller) {
        switched.on(caller);
        Balance balance = ledger.balance(caller.account());
        List<Lot> lots = statements.lots(caller.account());
        Map<AreaCode, String> names =
                places.names(lots.stream().map(Lot::street).distinct().toList());
        return new AccountJson(
                balance.available(),
                balance.held(),
                balance.debt(),
                lots.stream()
                        .map(lot -> new AccountJson.LotJson(
                                lot.street().digits(),
                                names.getOrDefault(lot.street(), lot.street().digits()),
                                lot.amount(),
                                lot.remaining(),
                                lot.expiresOn().minusDays(1).toString()))
                        .toList());
    }

    @GET
    @Path("/entries")
    @Open(Open.To.SIGNED_IN)
    public PageJson<EntryJson> entries(
            @Context Caller caller,
            @QueryParam("month") @Nullable String month,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        switched.on(caller);
        YearMonth which = month == null ? YearMonth.from(clock.instant().atZone(zone)) : Texts.month("month", month);
        Page<Statements.Entry> page = statements.entries(caller.account(), which, PageRequest.of(limit, cursor));
        return new PageJson<>(
                page.items().stream().map(entry -> json(entry, null, null)).toList(),
                page.next().orElse(null));
    }

    @GET
    @Path("/statements/{month}")
    @Open(Open.To.SIGNED_IN)
    public StatementJson statement(@Context Caller caller, @PathParam("month") String month) {
        switched.on(caller);
        Statements.Month statement = statements.month(caller.account(), Texts.month("month", month));
        Map<String, Long> effects = new TreeMap<>();
        statement.effects().forEach((kind, points) -> effects.put(kind.word(), points));
        return new StatementJson(statement.month().toString(), statement.opening(), statement.closing(), effects);
    }

    /** The month on paper, in the caller's language. */
    @GET
    @Path("/statements/{month}/pdf")
    @Produces("application/pdf")
    @Open(Open.To.SIGNED_IN)
    public Response paper(@Context Caller caller, @Context Locale language, @PathParam("month") String month) {
        switched.on(caller);
        Statements.Month statement = statements.month(caller.account(), Texts.month("month", month));
        List<Statements.Entry> entries = statements.entries(caller.account(), statement.month());
        Map<AreaCode, String> streets = places.names(
                entries.stream().map(Statements.Entry::street).distinct().toList());
        byte[] pdf = new StatementPdf(language, zone).of(caller, statement, entries, streets, clock.instant());
        return Response.ok(pdf, "application/pdf")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"" + StatementPdf.fileName(statement.month()) + "\"")
                .header("Cache-Control", "no-store")
                .build();
    }

    static EntryJson json(Statements.Entry entry, @Nullable String owner, @Nullable String ownerName) {
        return new EntryJson(
                String.valueOf(entry.id()),
                entry.at().toString(),
                entry.kind().word(),
                entry.effect(),
                entry.amount(),
                entry.source(),
                entry.street().digits(),
                owner,
                ownerName);
    }
}
