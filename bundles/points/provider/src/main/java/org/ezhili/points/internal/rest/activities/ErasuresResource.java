package org.ezhili.points.internal.rest.activities;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Grant;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.store.activities.Erasure;
import org.ezhili.points.internal.store.activities.VolunteerStore;

/** Forgets a volunteer, at their own wish; the district does it for who asks on paper. */
@Path("/v1/erasures")
@Produces("application/json")
public final class ErasuresResource {

    private final Erasure erasure;
    private final VolunteerStore volunteers;
    private final Accounts accounts;
    private final Audit audit;

    public ErasuresResource(Erasure erasure, VolunteerStore volunteers, Accounts accounts, Audit audit) {
        this.erasure = erasure;
        this.volunteers = volunteers;
        this.accounts = accounts;
        this.audit = audit;
    }

    @POST
    @Consumes("application/json")
    @Requires(Reach.VOLUNTEER)
    public Response erase(@Context Caller caller, @NotNull @Valid ErasureJson json) {
        if (!json.account().equals(caller.account())) {
            checkMayErase(caller, json.account());
        }
        erasure.erase(json.account());
        audit.record(caller, Reach.ERASE, "", Optional.empty(), "done");
        return Response.noContent().build();
    }

    /** One district does not erase whom another has. The name is not put on record: it is to be forgotten. */
    private void checkMayErase(Caller caller, String account) {
        if (!caller.may(Reach.ERASE)) {
            audit.record(caller, Reach.ERASE, "", Optional.empty(), "refused");
            throw new ProblemException(Problem.forbidden());
        }
        Set<AreaCode> places = places(account);
        Optional<AreaCode> foreign =
                places.stream().filter(area -> !caller.may(Reach.ERASE, area)).findFirst();
        if (places.isEmpty() || foreign.isPresent()) {
            audit.record(caller, Reach.ERASE, "", foreign, "foreign-area");
            throw new ProblemException(Problem.notFound());
        }
    }

    /** Where somebody serves; who serves nowhere, where their account is. */
    private Set<AreaCode> places(String account) {
        Set<AreaCode> streets =
                volunteers.of(account).stream().map(Volunteer::street).collect(Collectors.toSet());
        return streets.isEmpty()
                ? accounts.find(account).stream()
                        .flatMap(found -> found.grants().stream())
                        .map(Grant::area)
                        .collect(Collectors.toSet())
                : streets;
    }
}
