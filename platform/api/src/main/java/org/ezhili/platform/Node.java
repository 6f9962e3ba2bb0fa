package org.ezhili.platform;

import java.time.Instant;

/**
 * One machine's run of the platform among several on one database.
 *
 * @param number 0 to 1023, held by no other node at the same time; part of the ids that the node makes
 * @param name what people call it; not necessarily unique
 * @param since when this run began
 * @param seen when it was last heard of, by its own clock
 */
public record Node(int number, String name, Instant since, Instant seen) {}
