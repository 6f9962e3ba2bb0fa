package org.ezhili.planted.internal;

import java.util.logging.Logger;

/** Planted: a second way to log. */
final class LogsElsewhere {
    Logger log() {
        return Logger.getLogger("points");
    }
}
