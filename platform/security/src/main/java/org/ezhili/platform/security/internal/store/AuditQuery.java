package org.ezhili.platform.security.internal.store;

import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.AreaCode;

/**
 * Which audit lines are asked for.
 *
 * @param areas lines of these areas
 * @param withoutArea also lines that have no area
 */
public record AuditQuery(Set<AreaCode> areas, boolean withoutArea, Optional<String> account, Optional<String> action) {}
