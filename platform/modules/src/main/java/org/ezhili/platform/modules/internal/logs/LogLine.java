package org.ezhili.platform.modules.internal.logs;

import java.time.Instant;

/**
 * One line that a bundle has logged.
 *
 * @param number grows with every line of this node
 * @param level ERROR, WARN or INFO
 * @param logger name of the class that wrote it
 * @param fault the stack trace; empty for none
 */
public record LogLine(long number, Instant at, String level, String bundle, String logger, String text, String fault) {}
