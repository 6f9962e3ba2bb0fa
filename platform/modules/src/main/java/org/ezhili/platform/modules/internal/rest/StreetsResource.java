package org.ezhili.platform.modules.internal.rest;

import javax.validation.Valid;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.modules.internal.PlatformPermissions;
import org.ezhili.platform.modules.internal.SwitchBoard;
import org.ezhili.platform.modules.internal.domain.SwitchOutcome;
import org.ezhili.platform.modules.internal.domain.SwitchPlan.Verdict;
import org.ezhili.platform.security.Caller;

/** Which modules a street has. */
@Path("/v1/streets")
@Produces("application/json")
public final class StreetsResource {

    private final SwitchBoard board;

    public StreetsResource(SwitchBoard board) {
        this.board = board;
    }

    @GET
    @Requires(PlatformPermissions.SWITCH)
    public ItemsJson<StreetJson> list(@Context Caller caller) {
        return ItemsJson.of(board.streets(caller.areas(PlatformPermissions.SWITCH)).stream()
                .map(StreetJson::of)
                .toList());
    }

    @PUT
    @Path("/{code}/modules/{id}")
    @Consumes("application/json")
    @Requires(PlatformPermissions.SWITCH)
    public SwitchedJson turn(
            @Context Caller caller,
            @PathParam("code") String code,
            @PathParam("id") String id,
            @Valid SwitchJson wish) {
        AreaCode street = AreaCode.parse(code).orElseThrow(() -> new ProblemException(Problem.notFound()));
        SwitchOutcome outcome = board.turn(caller, street, id, wish.enabled());
        if (outcome instanceof SwitchOutcome.Done done) {
            return new SwitchedJson(code, id, done.on());
        }
        throw refusal(id, outcome);
    }

    private static ProblemException refusal(String module, SwitchOutcome outcome) {
        if (outcome instanceof SwitchOutcome.Refused refused) {
            if (refused.why() instanceof Verdict.NeededBy needed) {
                return ProblemException.of(409, "module-needed", module, String.join(", ", needed.modules()));
            }
            if (refused.why() instanceof Verdict.Needs needs) {
                return ProblemException.of(409, "module-needs", module, String.join(", ", needs.modules()));
            }
            return ProblemException.of(409, "module-core", module);
        }
        return new ProblemException(Problem.notFound());
    }
}
