package org.ezhili.platform.modules.internal.rest;

import java.time.Instant;
import org.ezhili.platform.modules.internal.logs.LogLine;

/** One line of a module's log on this node. */
public record LogLineJson(
        String id, Instant at, String level, String bundle, String logger, String text, String fault) {

    static LogLineJson of(LogLine line) {
        return new LogLineJson(
                String.valueOf(line.number()),
                line.at(),
                line.level(),
                line.bundle(),
                line.logger(),
                line.text(),
                line.fault());
    }
}
