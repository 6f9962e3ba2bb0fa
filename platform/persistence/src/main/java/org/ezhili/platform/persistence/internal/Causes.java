package org.ezhili.platform.persistence.internal;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.stream.Collectors;

/** Looks into what is behind an exception. */
final class Causes {

    /** SQL states: no connection; the server stops; undone for a lock, a deadlock or an order of things; no lock in time. */
    private static final List<String> PASSING = List.of("08", "57P", "40", "55P03");

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

    /** Whether trying again may help: the database could not be reached, or others were in the way. */
    static boolean isPassing(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLTransientConnectionException) {
                return true;
            }
            if (cause instanceof SQLException sql
                    && sql.getSQLState() != null
                    && PASSING.stream().anyMatch(sql.getSQLState()::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
