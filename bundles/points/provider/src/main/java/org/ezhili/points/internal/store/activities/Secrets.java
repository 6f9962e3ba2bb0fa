package org.ezhili.points.internal.store.activities;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.jspecify.annotations.Nullable;

/** The secret that check-in codes are signed with: made once by whichever node needs it first, the same for all. Thread-safe. */
public final class Secrets {

    private static final String NAME = "check-in";
    private static final int BYTES = 32;

    private final Database database;
    private final Clock clock;
    private volatile byte @Nullable [] known;

    public Secrets(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public byte[] checkIn() {
        byte[] secret = known;
        if (secret == null) {
            secret = HexFormat.of().parseHex(find().orElseGet(this::make));
            known = secret;
        }
        return secret.clone();
    }

    private Optional<String> find() {
        return database.read(
                em -> Optional.ofNullable(em.find(SecretRow.class, NAME)).map(SecretRow::secret));
    }

    private String make() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        try {
            return database.write(work -> {
                work.entities()
                        .persist(SecretRow.of(NAME, secret, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
                return secret;
            });
        } catch (DuplicateRowException otherNodeWasFirst) {
            return find().orElseThrow();
        }
    }
}
