package org.ezhili.platform.security.internal.rest;

import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.Role;

/** A role and where it is held. */
public record GrantJson(
        @NotNull @Size(max = 20) String role,
        @NotNull @Size(max = 24) String area) {

    static GrantJson of(Grant grant) {
        return new GrantJson(grant.role().word(), grant.area().digits());
    }

    /** @param field path of this value in the body */
    Grant toDomain(String field) {
        return new Grant(
                Role.ofWord(role).orElseThrow(() -> ProblemException.field(field + ".role", "role")),
                AreaCode.parse(area).orElseThrow(() -> ProblemException.field(field + ".area", "area-code")));
    }
}
