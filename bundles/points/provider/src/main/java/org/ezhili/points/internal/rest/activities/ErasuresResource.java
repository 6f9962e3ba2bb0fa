package org.ezhili.points.internal.rest.activities;

import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.store.activities.Erasure;

/** Forgets a volunteer, at their own wish; the district does it for who asks on paper. */
@Path("/v1/erasures")
@Produces("application/json")
public final class ErasuresResource {

    private final Erasure erasure;
    private final Audit audit;

    public ErasuresResource(Erasure erasure, Audit audit) {
        this.erasure = erasure;
        this.audit = audit;
    }

    @POST
    @Consumes("application/json")
    @Requires(Reach.VOLUNTEER)
    public Response erase(@Context Caller caller, @NotNull @Valid ErasureJson json) {
        boolean own = json.account().equals(caller.account());
        if (!own && !caller.may(Reach.ERASE)) {
            audit.record(caller, Reach.ERASE, "", Optional.empty(), "refused");
            throw new ProblemException(Problem.forbidden());
        }
        erasure.erase(json.account());
        audit.record(caller, Reach.ERASE, "", Optional.empty(), "done");
        return Response.noContent().build();
    }
}
