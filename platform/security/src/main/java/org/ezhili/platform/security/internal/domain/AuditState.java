package org.ezhili.platform.security.internal.domain;

import java.util.Optional;

/**
 * What a walk along the audit chain found.
 *
 * @param sealed lines in the chain
 * @param waiting lines that are not in the chain yet
 * @param head hash of the newest sealed line
 * @param broken id of the first line that was changed, taken out or put in beside the door
 */
public record AuditState(long sealed, long waiting, String head, Optional<Long> broken) {}
