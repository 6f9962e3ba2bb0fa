package org.ezhili.platform.security.internal.rest;

import java.util.Optional;
import javax.validation.Valid;
import javax.ws.rs.Consumes;
import javax.ws.rs.CookieParam;
import javax.ws.rs.DELETE;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriInfo;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Open.To;
import org.ezhili.platform.security.Authenticator;
import org.ezhili.platform.security.Authenticator.Session;
import org.ezhili.platform.security.internal.Credentials;
import org.ezhili.platform.security.internal.SecurityRules;
import org.ezhili.platform.security.internal.SignIn;
import org.ezhili.platform.security.internal.domain.Credential;
import org.ezhili.platform.security.internal.domain.Secret;
import org.jspecify.annotations.Nullable;

/** Sessions, for browsers. */
@Path("/v1/sessions")
@Produces("application/json")
@Consumes("application/json")
public final class SessionsResource {

    private final SignIn signIn;
    private final Credentials credentials;
    private final Authenticator authenticator;
    private final SecurityRules rules;

    public SessionsResource(SignIn signIn, Credentials credentials, Authenticator authenticator, SecurityRules rules) {
        this.signIn = signIn;
        this.credentials = credentials;
        this.authenticator = authenticator;
        this.rules = rules;
    }

    @POST
    @Open(To.ANYBODY)
    public Response open(
            @Valid CredentialsJson typed,
            @Context UriInfo address,
            @HeaderParam("X-Forwarded-Proto") @Nullable String forwarded) {
        String account = SignIns.accountOf(signIn, typed);
        Secret secret = credentials.issue(Credential.Kind.SESSION, account).secret();
        Session session =
                authenticator.bySession(secret.value()).orElseThrow(() -> ProblemException.of(401, "sign-in-refused"));
        return Response.ok(MeJson.of(session.caller(), Optional.of(session.csrf())))
                .header("Set-Cookie", cookie(secret.value(), isSecure(address, forwarded)))
                .build();
    }

    @DELETE
    @Consumes("*/*")
    @Open(To.SIGNED_IN)
    public Response close(
            @CookieParam(Shown.COOKIE) @Nullable String cookie,
            @Context UriInfo address,
            @HeaderParam("X-Forwarded-Proto") @Nullable String forwarded) {
        if (cookie != null) {
            credentials.revoke(new Secret(cookie));
        }
        return Response.noContent()
                .header("Set-Cookie", cookie("", isSecure(address, forwarded)) + "; Max-Age=0")
                .build();
    }

    private boolean isSecure(UriInfo address, @Nullable String forwarded) {
        return rules.secureCookies()
                || "https".equals(forwarded)
                || "https".equals(address.getRequestUri().getScheme());
    }

    /** No script can read it, and no other site can send it. */
    private static String cookie(String value, boolean secure) {
        return Shown.COOKIE + "=" + value + "; Path=/; HttpOnly; SameSite=Strict" + (secure ? "; Secure" : "");
    }
}
