package org.ezhili.platform.security.internal.rest;

import javax.validation.Valid;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Open.To;
import org.ezhili.platform.security.internal.Credentials;
import org.ezhili.platform.security.internal.Credentials.Issued;
import org.ezhili.platform.security.internal.SignIn;
import org.ezhili.platform.security.internal.domain.Credential;
import org.jspecify.annotations.Nullable;

/** Bearer tokens, for programmes. */
@Path("/v1/tokens")
@Produces("application/json")
@Consumes("application/json")
public final class TokensResource {

    private final SignIn signIn;
    private final Credentials credentials;

    public TokensResource(SignIn signIn, Credentials credentials) {
        this.signIn = signIn;
        this.credentials = credentials;
    }

    @POST
    @Open(To.ANYBODY)
    public TokenJson issue(@Valid CredentialsJson typed) {
        Issued issued = credentials.issue(Credential.Kind.TOKEN, SignIns.accountOf(signIn, typed));
        return new TokenJson(issued.secret().value(), issued.expiresAt());
    }

    @DELETE
    @Path("/current")
    @Consumes("*/*")
    @Open(To.SIGNED_IN)
    public void revoke(@HeaderParam("Authorization") @Nullable String authorization) {
        credentials.revoke(Shown.bearer(authorization).orElseThrow(() -> ProblemException.of(409, "no-token")));
    }
}
