package org.ezhili.points.internal.rest.ledger;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
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
import org.ezhili.points.internal.desk.Scope;
import org.ezhili.points.internal.domain.ledger.Outcome;
import org.ezhili.points.internal.domain.ledger.PostingKind;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.rest.Texts;
import org.ezhili.points.internal.store.earning.Earnings;
import org.ezhili.points.internal.store.ledger.Statements;
import org.ezhili.points.internal.store.ledger.StreetEntries;
import org.jspecify.annotations.Nullable;

/** What moved a street's points, and its correction by a person. */
@Path("/v1/streets/{street}/entries")
@Produces("application/json")
public final class EntriesResource {

    /** What goes out and back by itself, as holds and refunds do, is ended where it began. */
    private static final Set<PostingKind> CORRECTABLE =
            EnumSet.of(PostingKind.EARN, PostingKind.REDEEM, PostingKind.EXPIRE);

    private final StreetEntries entries;
    private final Statements statements;
    private final Earnings earnings;
    private final Scope scope;
    private final Accounts accounts;
    private final Audit audit;

    public EntriesResource(
            StreetEntries entries,
            Statements statements,
            Earnings earnings,
            Scope scope,
            Accounts accounts,
            Audit audit) {
        this.entries = entries;
        this.statements = statements;
        this.earnings = earnings;
        this.scope = scope;
        this.accounts = accounts;
        this.audit = audit;
    }

    /** The lines of the street, newest first: its own share of what was moved. */
    @GET
    @Requires("points.ledger")
    public PageJson<EntryJson> of(
            @Context Caller caller,
            @PathParam("street") String street,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        AreaCode area = scope.street(caller, street, "points.ledger");
        Page<Statements.Entry> page = entries.of(area, PageRequest.of(limit, cursor));
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
    @Path("/{id}/reversal")
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
}
