package org.ezhili.platform.persistence.internal.work;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import javax.persistence.OptimisticLockException;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.DuplicateRowException;

/** What a failure of the database means for the caller, by SQLSTATE (ISO 9075; PostgreSQL and Derby agree on the classes used). */
final class Faults {

    private Faults() {}

    /** Worth running the transaction again: deadlock, serialization failure, lock wait. */
    static boolean isTransient(Throwable failure) {
        return state(failure)
                .filter(state -> state.equals("40001") || state.equals("40P01") || state.equals("40XL1"))
                .isPresent();
    }

    /** The exception to throw in place of {@code failure}. */
    static RuntimeException translate(RuntimeException failure) {
        if (failure instanceof ProblemException) {
            return failure;
        }
        if (find(failure, OptimisticLockException.class).isPresent()) {
            return ProblemException.of(409, "stale-version");
        }
        if (isTransient(failure)) {
            return new ProblemException(Problem.unavailable("database-busy", 1));
        }
        if (state(failure).filter("23505"::equals).isPresent()) {
            return new DuplicateRowException(failure);
        }
        if (isAway(failure)) {
            return new ProblemException(Problem.unavailable("database-away", 3));
        }
        return failure;
    }

    static boolean isAway(Throwable failure) {
        return find(failure, SQLTransientConnectionException.class).isPresent()
                || state(failure)
                        .filter(state -> state.startsWith("08") || state.startsWith("57P") || state.equals("XJ040"))
                        .isPresent();
    }

    private static Optional<String> state(Throwable failure) {
        return find(failure, SQLException.class).map(SQLException::getSQLState);
    }

    private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
