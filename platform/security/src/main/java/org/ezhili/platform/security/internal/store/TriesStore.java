package org.ezhili.platform.security.internal.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import javax.persistence.LockModeType;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.ezhili.platform.security.internal.Build;
import org.ezhili.platform.security.internal.domain.Digest;
import org.ezhili.platform.security.internal.domain.LockoutPolicy;
import org.ezhili.platform.security.internal.domain.LockoutPolicy.Admission;
import org.ezhili.platform.security.internal.domain.Tries;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Counts tries at signing in, for all nodes together. It knows no names, only their hashes. Thread-safe. */
@Component(service = TriesStore.class)
public final class TriesStore {

    private final Database database;
    private final Clock clock;

    @Activate
    public TriesStore(
            @Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database,
            @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Counts a try at {@code name} before the password is looked at. */
    public Admission admit(String name, LockoutPolicy policy) {
        try {
            return admitOnce(name, policy);
        } catch (DuplicateRowException firstTryElsewhere) {
            return admitOnce(name, policy);
        }
    }

    private Admission admitOnce(String name, LockoutPolicy policy) {
        String digest = Digest.of(name);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return database.write(work -> {
            TriesRow row = work.entities().find(TriesRow.class, digest, LockModeType.PESSIMISTIC_WRITE);
            Admission admission = policy.admit(row == null ? Tries.none(now) : row.toDomain(), now);
            if (admission instanceof Admission.Counted counted) {
                if (row == null) {
                    work.entities().persist(new TriesRow(digest, counted.after()));
                } else {
                    row.take(counted.after());
                }
            }
            return admission;
        });
    }

    /** The password was right, or an administrator says so: the count starts anew. Returns whether there was one. */
    public boolean forget(String name) {
        return database.write(work -> work.entities()
                        .createQuery("DELETE FROM TriesRow t WHERE t.nameDigest = :digest")
                        .setParameter("digest", Digest.of(name))
                        .executeUpdate()
                > 0);
    }

    /** Forgets counts that began before {@code time}; returns how many. */
    public int purge(Instant time) {
        return database.write(work -> work.entities()
                .createQuery("DELETE FROM TriesRow t WHERE t.since < :time")
                .setParameter("time", time)
                .executeUpdate());
    }
}
