package org.ezhili.platform.persistence;

import java.util.function.Function;
import javax.persistence.EntityManager;
import org.ezhili.platform.IdempotencyKey;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A module version's way to the database. One service per bundle that has a persistence unit; it appears, with the property
 * {@link #BUNDLE}, once that bundle's schema steps have been taken. Thread-safe.
 *
 * <p>Faults: when the database is away, calls fail with a {@link org.ezhili.platform.ProblemException} 503
 * {@code database-away}; when another change came first to a versioned row, with 409 {@code stale-version}.
 */
@ProviderType
public interface Database {

    /** Service property: {@code <Bundle-SymbolicName>/<version>} of the bundle whose units this opens. */
    String BUNDLE = "ezhili.bundle";

    /** Looks something up. The entity manager is closed afterwards: nothing lazy may leave {@code query}. */
    <T> T read(Function<EntityManager, T> query);

    /**
     * Changes something, in one transaction that is committed when this returns and rolled back when {@code change} throws.
     * After a deadlock or a serialization failure {@code change} is run again, so it must have no effect outside the database.
     */
    <T> T write(Function<Work, T> change);

    /**
     * Changes something once per key. The answer is kept in the same transaction; a repeat gets it without running
     * {@code change}.
     *
     * @param change as in {@link #write}; its answer, at most 8,000 characters, is what a repeat gets
     */
    Once once(IdempotencyKey key, Function<Work, String> change);
}
