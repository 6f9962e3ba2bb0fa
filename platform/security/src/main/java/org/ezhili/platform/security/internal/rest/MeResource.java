package org.ezhili.platform.security.internal.rest;

import java.util.Optional;
import javax.validation.Valid;
import javax.ws.rs.Consumes;
import javax.ws.rs.CookieParam;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Open.To;
import org.ezhili.platform.security.Authenticator;
import org.ezhili.platform.security.Authenticator.Session;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.internal.OwnPassword;
import org.jspecify.annotations.Nullable;

/** The caller themselves. */
@Path("/v1/me")
@Produces("application/json")
@Consumes("application/json")
public final class MeResource {

    private final Authenticator authenticator;
    private final OwnPassword passwords;

    public MeResource(Authenticator authenticator, OwnPassword passwords) {
        this.authenticator = authenticator;
        this.passwords = passwords;
    }

    @GET
    @Open(To.SIGNED_IN)
    public MeJson me(
            @Context Caller caller,
            @HeaderParam("Authorization") @Nullable String authorization,
            @CookieParam(Shown.COOKIE) @Nullable String cookie) {
        Optional<String> csrf = authorization != null || cookie == null
                ? Optional.empty()
                : authenticator.bySession(cookie).map(Session::csrf);
        return MeJson.of(caller, csrf);
    }

    @POST
    @Path("/password")
    @Open(To.SIGNED_IN)
    public void changePassword(
            @Context Caller caller,
            @Valid PasswordJson change,
            @HeaderParam("Authorization") @Nullable String authorization,
            @CookieParam(Shown.COOKIE) @Nullable String cookie) {
        OwnPassword.Outcome outcome =
                passwords.change(caller, change.old(), change.fresh(), Shown.any(authorization, cookie));
        if (outcome instanceof OwnPassword.Outcome.Locked locked) {
            throw SignIns.locked(locked.seconds());
        }
        if (outcome instanceof OwnPassword.Outcome.WrongOld) {
            throw Refusals.field("old", "password-wrong");
        }
        if (outcome instanceof OwnPassword.Outcome.Refused refused) {
            throw Refusals.password("new", refused.code());
        }
    }
}
