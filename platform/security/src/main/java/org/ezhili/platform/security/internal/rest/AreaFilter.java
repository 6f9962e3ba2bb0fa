package org.ezhili.platform.security.internal.rest;

import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;

/** Which areas a list is about: those of the caller's permission, or one inside them. */
final class AreaFilter {

    private final Audit audit;
    private final String permission;

    AreaFilter(Audit audit, String permission) {
        this.audit = audit;
        this.permission = permission;
    }

    Set<AreaCode> areas(Caller caller, @Nullable String asked) {
        if (asked == null || asked.isEmpty()) {
            return caller.areas(permission);
        }
        AreaCode area = AreaCode.parse(asked).orElseThrow(() -> ProblemException.field("area", "area-code"));
        if (!caller.may(permission, area)) {
            audit.record(caller, permission, "list", Optional.of(area), "foreign-area");
            throw new ProblemException(Problem.notFound());
        }
        return Set.of(area);
    }
}
