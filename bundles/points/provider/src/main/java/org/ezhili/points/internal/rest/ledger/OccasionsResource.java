package org.ezhili.points.internal.rest.ledger;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Ids;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.Occasion;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.internal.desk.Scope;
import org.ezhili.points.internal.store.earning.Earnings;
import org.jspecify.annotations.Nullable;

/** Occasions that a person enters: adopted suggestions and contributions of units. */
@Path("/v1/streets/{street}/occasions")
@Produces("application/json")
public final class OccasionsResource {

    private final Earnings earnings;
    private final Scope scope;
    private final Accounts accounts;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    public OccasionsResource(Earnings earnings, Scope scope, Accounts accounts, Audit audit, Ids ids, Clock clock) {
        this.earnings = earnings;
        this.scope = scope;
        this.accounts = accounts;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @POST
    @Consumes("application/json")
    @Requires("points.award")
    public AwardJson award(
            @Context Caller caller,
            @PathParam("street") String street,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid NewOccasionJson json) {
        AreaCode area = scope.street(caller, street, "points.award");
        if (json.owner().equals(caller.account())) {
            throw ProblemException.of(403, "own-award");
        }
        if (accounts.find(json.owner()).filter(Account::active).isEmpty()) {
            throw ProblemException.of(422, "unknown-owner", json.owner());
        }
        OccasionKind kind = OccasionKind.ofWord(json.kind()).orElseThrow();
        Occasion occasion = new Occasion(
                kind,
                json.category() == null ? "" : json.category().strip(),
                json.owner(),
                area,
                json.quantity(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                kind.word() + ":" + ids.next());
        Once once =
                earnings.awardOnce(IdempotencyKey.of("points.award", caller.account(), key, street + json), occasion);
        if (!(once instanceof Once.Done done)) {
            throw ProblemException.of(422, "idempotency-key-reused");
        }
        if (!done.repeated()) {
            audit.record(caller, "points.award", occasion.source(), Optional.of(area), "done");
        }
        String[] answer = done.answer().split(" ", -1);
        return new AwardJson(Long.parseLong(answer[0]), answer[1].isEmpty() ? null : answer[1]);
    }
}
