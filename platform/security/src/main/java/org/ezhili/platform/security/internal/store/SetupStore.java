package org.ezhili.platform.security.internal.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.EntityManager;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.NewAccount;
import org.ezhili.platform.security.internal.Build;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** One-time links for the first administrator, good on every node until one of them has been used. Thread-safe. */
@Component(service = SetupStore.class)
public final class SetupStore {

    private static final String USED = "used";

    private final Database database;
    private final Clock clock;

    @Activate
    public SetupStore(
            @Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database,
            @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public void add(String digest) {
        database.write(work -> {
            work.entities().persist(new SetupRow(digest, now()));
            return digest;
        });
    }

    /** How the use of a link ended. */
    public enum Use {
        DONE,
        UNKNOWN,
        OVER
    }

    /**
     * Uses a link: makes the account and closes all links, or does nothing.
     *
     * @param hash of the account's password
     */
    public Use use(String digest, NewAccount account, String hash) {
        try {
            return database.write(work -> {
                EntityManager entities = work.entities();
                if (entities.find(SetupRow.class, USED) != null || hasAccount(entities)) {
                    return Use.OVER;
                }
                if (entities.find(SetupRow.class, digest) == null) {
                    return Use.UNKNOWN;
                }
                entities.createQuery("DELETE FROM SetupRow s").executeUpdate();
                entities.persist(new SetupRow(USED, now()));
                entities.persist(new AccountRow(account.account(), account.name(), hash, now()));
                for (Grant grant : account.grants()) {
                    entities.persist(new GrantRow(account.account(), grant));
                }
                return Use.DONE;
            });
        } catch (DuplicateRowException usedMeanwhile) {
            return Use.OVER;
        }
    }

    private static boolean hasAccount(EntityManager entities) {
        return !entities.createQuery("SELECT a.account FROM AccountRow a", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
