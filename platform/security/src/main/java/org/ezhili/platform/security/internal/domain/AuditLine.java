package org.ezhili.platform.security.internal.domain;

import java.time.Instant;
import java.util.Optional;
import org.ezhili.platform.AreaCode;

/** One line of the audit log. */
public record AuditLine(
        long id, Instant at, String account, String action, String subject, Optional<AreaCode> area, String outcome) {}
