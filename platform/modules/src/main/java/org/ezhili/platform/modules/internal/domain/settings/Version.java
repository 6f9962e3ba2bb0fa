package org.ezhili.platform.modules.internal.domain.settings;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What was set at one moment, by whom.
 *
 * @param number from 1
 * @param values that were set then; what is missing was not set
 * @param from of the earlier version that was gone back to
 */
public record Version(
        Scope scope, int number, Map<String, Object> values, String by, Instant at, Optional<Integer> from) {}
