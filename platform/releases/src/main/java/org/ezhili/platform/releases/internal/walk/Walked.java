package org.ezhili.platform.releases.internal.walk;

import java.time.Duration;

/**
 * A way that was gone to its end.
 *
 * @param took from the first to the last step
 * @param switching while the pointer moved
 * @param draining until what began before had ended
 * @param drained requests under way at the switch
 */
public record Walked(Duration took, Duration switching, Duration draining, long drained) {}
