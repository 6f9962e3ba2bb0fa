package org.ezhili.platform.persistence.internal.work;

import java.sql.Connection;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.persistence.EntityTransaction;
import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.Session;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.persistence.Work;

/** Transactions over one entity manager factory. */
public final class JpaDatabase implements Database {

    private static final int ATTEMPTS = 4;
    private static final int NEVER_AGAIN = -1;

    private final EntityManagerFactory factory;
    private final Ledgers ledgers;
    private volatile boolean settled;

    /** @param ledgers writes what goes beside a module's own rows */
    public JpaDatabase(EntityManagerFactory factory, Ledgers ledgers) {
        this.factory = factory;
        this.ledgers = ledgers;
    }

    /** A database that is away is told at once; left to itself, EclipseLink tries three times more, five seconds apart. */
    private EntityManager open() {
        EntityManager entities = factory.createEntityManager();
        if (!settled) {
            DatabaseLogin login = factory.unwrap(Session.class).getLogin();
            login.setConnectionHealthValidatedOnError(false);
            login.setQueryRetryAttemptCount(NEVER_AGAIN);
            settled = true;
        }
        return entities;
    }

    @Override
    public <T> T read(Function<EntityManager, T> query) {
        EntityManager entities = open();
        try {
            return query.apply(entities);
        } catch (RuntimeException failure) {
            throw Faults.translate(failure);
        } finally {
            close(entities);
        }
    }

    @Override
    public <T> T write(Function<Work, T> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                return attempt(change);
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !Faults.isTransient(failure)) {
                    throw Faults.translate(failure);
                }
            }
        }
    }

    private <T> T attempt(Function<Work, T> change) {
        EntityManager entities = open();
        EntityTransaction transaction = entities.getTransaction();
        try {
            transaction.begin();
            JpaWork work = new JpaWork(entities, ledgers);
            T answer = change.apply(work);
            transaction.commit();
            if (work.hasPublished()) {
                ledgers.committed();
            }
            return answer;
        } catch (RuntimeException | Error failure) {
            undo(transaction, failure);
            throw failure;
        } finally {
            close(entities);
        }
    }

    /** What went wrong first is what is told: on a connection that has broken, undoing fails too. */
    private static void undo(EntityTransaction transaction, Throwable failure) {
        try {
            if (transaction.isActive()) {
                transaction.rollback();
            }
        } catch (RuntimeException broken) {
            failure.addSuppressed(broken);
        }
    }

    /** Unless its factory, going away with its bundle, has closed it already. */
    private static void close(EntityManager entities) {
        if (entities.isOpen()) {
            entities.close();
        }
    }

    /**
     * The answer is written last, so that the usual case costs one insert. Whatever ends a repeat badly (the key's row, or
     * a row that the first run has changed meanwhile), the first run's answer is looked for before the failure is told.
     */
    @Override
    public Once once(IdempotencyKey key, Function<Work, String> change) {
        try {
            return write(work -> {
                String answer = change.apply(work);
                ledgers.keepAnswer(work.entities().unwrap(Connection.class), key, answer);
                return new Once.Done(answer, false);
            });
        } catch (RuntimeException failure) {
            return write(work -> ledgers.answerOf(work.entities().unwrap(Connection.class), key))
                    .orElseThrow(() -> failure);
        }
    }
}
