package org.ezhili.platform.security.internal.rest;

import java.util.Optional;
import javax.validation.Valid;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.PATCH;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Role;
import org.ezhili.platform.security.internal.AccountOffice;
import org.ezhili.platform.security.internal.SecurityPermissions;
import org.ezhili.platform.security.internal.domain.AccountEntry;
import org.ezhili.platform.security.internal.domain.AccountOutcome;
import org.ezhili.platform.security.internal.store.AccountQuery;
import org.jspecify.annotations.Nullable;

/** Accounts, for those who manage them. */
@Path("/v1/accounts")
@Produces("application/json")
@Consumes("application/json")
public final class AccountsResource {

    private final AccountOffice office;
    private final AreaFilter filter;

    public AccountsResource(AccountOffice office, Audit audit) {
        this.office = office;
        this.filter = new AreaFilter(audit, SecurityPermissions.ACCOUNTS);
    }

    @GET
    @Consumes("*/*")
    @Requires(SecurityPermissions.ACCOUNTS)
    public PageJson<AccountJson> list(
            @Context Caller caller,
            @QueryParam("area") @Nullable String area,
            @QueryParam("role") @Nullable String role,
            @QueryParam("q") @Nullable String start,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Optional<Role> wanted = Optional.ofNullable(role)
                .filter(word -> !word.isEmpty())
                .map(word -> Role.ofWord(word).orElseThrow(() -> ProblemException.field("role", "role")));
        Queries.checkText("q", start);
        Queries.checkText("cursor", cursor);
        AccountQuery query = new AccountQuery(
                filter.areas(caller, area),
                wanted,
                Optional.ofNullable(start).filter(text -> !text.isBlank()).map(String::strip),
                false);
        return PageJson.of(office.list(query, PageRequest.of(limit, cursor)), AccountJson::of);
    }

    @POST
    @Requires(SecurityPermissions.ACCOUNTS)
    public Response open(@Context Caller caller, @Valid NewAccountJson draft) {
        AccountEntry entry = done(office.open(caller, draft.toDomain()));
        return Response.status(Response.Status.CREATED)
                .entity(AccountJson.of(entry))
                .build();
    }

    @PATCH
    @Path("/{account}")
    @Requires(SecurityPermissions.ACCOUNTS)
    public AccountJson change(
            @Context Caller caller, @PathParam("account") String account, @Valid AccountChangeJson change) {
        return AccountJson.of(done(office.change(caller, account, change.toDomain())));
    }

    @DELETE
    @Path("/{account}/sessions")
    @Consumes("*/*")
    @Requires(SecurityPermissions.ACCOUNTS)
    public void signOut(@Context Caller caller, @PathParam("account") String account) {
        done(office.signOut(caller, account));
    }

    private static AccountEntry done(AccountOutcome outcome) {
        if (outcome instanceof AccountOutcome.Done done) {
            return done.entry();
        }
        throw refusal(outcome);
    }

    private static ProblemException refusal(AccountOutcome outcome) {
        if (outcome instanceof AccountOutcome.Taken) {
            return ProblemException.of(409, "account-taken");
        }
        if (outcome instanceof AccountOutcome.OwnRights) {
            return ProblemException.of(409, "own-rights");
        }
        if (outcome instanceof AccountOutcome.NotTheirs) {
            return ProblemException.of(403, "account-not-yours");
        }
        if (outcome instanceof AccountOutcome.GrantRefused refused) {
            return ProblemException.of(
                    403,
                    "grant-refused",
                    refused.grant().role().word(),
                    refused.grant().area().digits());
        }
        if (outcome instanceof AccountOutcome.GrantMisfit misfit) {
            return Refusals.field(
                    "grants",
                    "grant-level",
                    misfit.grant().role().word(),
                    misfit.grant().area().digits());
        }
        if (outcome instanceof AccountOutcome.PasswordRefused refused) {
            return Refusals.password("password", refused.code());
        }
        return new ProblemException(Problem.notFound());
    }
}
