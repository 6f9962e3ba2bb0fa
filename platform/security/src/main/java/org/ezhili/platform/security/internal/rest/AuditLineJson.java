package org.ezhili.platform.security.internal.rest;

import java.time.Instant;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.internal.domain.AuditLine;
import org.jspecify.annotations.Nullable;

/** A line of the audit log; without an account it was somebody who was not signed in. */
public record AuditLineJson(
        String id,
        Instant at,
        @Nullable String account,
        String action,
        String subject,
        @Nullable String area,
        String outcome) {

    static AuditLineJson of(AuditLine line) {
        return new AuditLineJson(
                Long.toString(line.id()),
                line.at(),
                line.account().isEmpty() ? null : line.account(),
                line.action(),
                line.subject(),
                line.area().map(AreaCode::digits).orElse(null),
                line.outcome());
    }
}
