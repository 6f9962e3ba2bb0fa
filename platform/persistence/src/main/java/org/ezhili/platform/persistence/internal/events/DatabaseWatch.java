package org.ezhili.platform.persistence.internal.events;

import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says once that the database has gone and once that it is back, however long it takes. Thread-safe. */
final class DatabaseWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    private boolean away;

    synchronized void failed(SQLException failure) {
        if (isMeeting(failure)) {
            LOG.debug("another node was at the same events; this one looks again", failure);
            return;
        }
        if (!away) {
            LOG.warn(
                    "the database does not answer; events and jobs wait until it does: {}",
                    String.valueOf(failure.getMessage()));
        }
        away = true;
    }

    synchronized void answered() {
        if (away) {
            LOG.info("the database answers again; events and jobs go on");
        }
        away = false;
    }

    /** Two nodes met on one row: a key that is there already, a deadlock, a serialization failure. */
    private static boolean isMeeting(SQLException failure) {
        for (SQLException cause = failure; cause != null; cause = cause.getNextException()) {
            String state = cause.getSQLState();
            if (state != null && (state.equals("23505") || state.startsWith("40"))) {
                return true;
            }
        }
        return false;
    }
}
