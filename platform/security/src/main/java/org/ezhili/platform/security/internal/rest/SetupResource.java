package org.ezhili.platform.security.internal.rest;

import java.util.Optional;
import javax.validation.Valid;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Open.To;
import org.ezhili.platform.security.internal.FirstAdministrator;
import org.ezhili.platform.security.internal.domain.PasswordPolicy;
import org.ezhili.platform.security.internal.store.SetupStore.Use;

/** The one-time link for the first administrator. */
@Path("/v1/setup")
@Produces("application/json")
@Consumes("application/json")
public final class SetupResource {

    private final FirstAdministrator first;

    public SetupResource(FirstAdministrator first) {
        this.first = first;
    }

    @POST
    @Open(To.ANYBODY)
    public void use(@Valid SetupJson setup) {
        PasswordPolicy.faultOf(setup.account(), setup.password()).ifPresent(code -> {
            throw Refusals.password("password", code);
        });
        Use use = first.use(
                setup.token(),
                setup.account(),
                setup.name(),
                setup.password(),
                Optional.ofNullable(setup.area()).map(AreaCode::of));
        if (use == Use.OVER) {
            throw ProblemException.of(409, "setup-over");
        }
        if (use == Use.UNKNOWN) {
            throw new ProblemException(Problem.notFound());
        }
    }
}
