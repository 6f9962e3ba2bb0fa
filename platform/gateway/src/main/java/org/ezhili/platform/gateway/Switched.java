package org.ezhili.platform.gateway;

import java.time.Duration;

/**
 * How a switch went.
 *
 * @param switching from the first to the last change of what is live
 * @param draining until everything that began before had ended
 * @param drained how many requests were under way at the switch
 * @param quiet false when patience ran out with something still under way in the versions left
 */
public record Switched(Duration switching, Duration draining, long drained, boolean quiet) {}
