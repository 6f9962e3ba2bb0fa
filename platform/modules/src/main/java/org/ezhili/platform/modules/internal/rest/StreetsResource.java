package org.ezhili.platform.modules.internal.rest;

import java.util.List;
import javax.validation.Valid;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Problem;
import org.ezhili.platform.Problem.Fault;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.modules.internal.PlatformPermissions;
import org.ezhili.platform.modules.internal.SwitchBoard;
import org.ezhili.platform.modules.internal.domain.Switch;
import org.ezhili.platform.modules.internal.domain.SwitchOutcome;
import org.ezhili.platform.modules.internal.domain.SwitchPlan.Verdict;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;

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
            @QueryParam("withNeeded") @Nullable Boolean withNeeded,
            @Valid SwitchJson wish) {
        AreaCode street = AreaCode.parse(code).orElseThrow(() -> new ProblemException(Problem.notFound()));
        SwitchOutcome outcome =
                board.turn(caller, new Switch(street, id), wish.enabled(), Boolean.TRUE.equals(withNeeded));
        if (outcome instanceof SwitchOutcome.Done done) {
            return new SwitchedJson(code, id, done.on(), done.along());
        }
        throw refusal(id, outcome);
    }

    private static ProblemException refusal(String module, SwitchOutcome outcome) {
        if (outcome instanceof SwitchOutcome.Refused refused) {
            return new ProblemException(problem(module, refused.why()));
        }
        return new ProblemException(Problem.notFound());
    }

    private static Problem problem(String module, Verdict why) {
        if (why instanceof Verdict.NeededBy needed) {
            return conflict("module-needed", module, needed.modules(), "module-is-on");
        }
        if (why instanceof Verdict.Needs needs) {
            return conflict("module-needs", module, needs.modules(), "module-is-off");
        }
        if (why instanceof Verdict.Missing missing) {
            return conflict("module-missing", module, missing.modules(), "module-is-missing");
        }
        return Problem.of(409, "module-core", module);
    }

    /** Names the other modules in words, and one by one, for a screen that asks what to do. */
    private static Problem conflict(String code, String module, List<String> others, String fault) {
        return new Problem(
                409,
                code,
                List.of(module, String.join(", ", others)),
                others.stream().map(other -> new Fault(other, fault, List.of())).toList(),
                0);
    }
}
