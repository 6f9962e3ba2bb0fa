package org.ezhili.platform.persistence.internal;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Looks into what is behind an exception. */
final class Causes {

    private Causes() {}

    /** Whether the failure is that the database could not be reached. */
    static boolean isSqlConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && (sql.getSQLState().startsWith("08") || sql.getSQLState().startsWith("57P"))) {
                return true;
            }
        }
        return false;
    }
}
