package org.ezhili.platform.persistence.internal;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Collectors;

/** Looks into what is behind an exception. */
final class Causes {

    private Causes() {}

    /** What is at the bottom of it, in its own words, on one line. */
    static String first(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String words = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return words.lines()
                .map(String::trim)
                .filter(line -> !line.isEmpty())
                .limit(3)
                .collect(Collectors.joining("; "));
    }

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
