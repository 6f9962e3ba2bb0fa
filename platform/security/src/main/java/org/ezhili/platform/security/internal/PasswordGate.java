package org.ezhili.platform.security.internal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.internal.crypto.Argon2Cost;
import org.ezhili.platform.security.internal.crypto.Passwords;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Lets only a few password hashes be computed at once, so that a flood of sign-ins takes neither all memory nor all processors. */
@Component(service = PasswordGate.class)
public final class PasswordGate {

    private static final int MOST = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Passwords passwords;
    private final Semaphore places =
            new Semaphore(Math.min(MOST, Runtime.getRuntime().availableProcessors()), true);

    @Activate
    public PasswordGate() {
        this(Argon2Cost.USUAL);
    }

    PasswordGate(Argon2Cost cost) {
        passwords = new Passwords(cost);
    }

    public String hash(String password) {
        return inside(() -> passwords.hash(password));
    }

    /** As {@link Passwords#matches}, for a caller that is {@link #inside} already. */
    boolean matches(Optional<String> kept, String password) {
        return passwords.matches(kept, password);
    }

    /** A new hash in place of {@code kept} when that was made at another cost, for a caller that is {@link #inside} already. */
    Optional<String> renewed(String kept, String password) {
        return passwords.isOutdated(kept) ? Optional.of(passwords.hash(password)) : Optional.empty();
    }

    /** Does {@code work} in one of the places, or refuses with 503 when none gets free in time. */
    <T> T inside(Supplier<T> work) {
        enter();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private void enter() {
        try {
            if (!places.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static ProblemException busy() {
        return new ProblemException(Problem.unavailable("sign-in-busy", 2));
    }
}
