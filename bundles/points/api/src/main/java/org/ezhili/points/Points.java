package org.ezhili.points;

import org.osgi.annotation.versioning.ProviderType;

/** Points for what people and units do. Thread-safe; every call may be repeated. */
@ProviderType
public interface Points {

    /** Gives what the street's rules say for this occasion, once however often it is asked. */
    AwardOutcome award(Occasion occasion);

    /**
     * Takes back what was given for an occasion. What was spent meanwhile becomes a debt, which later earnings pay first.
     * An occasion that is not known yet will earn nothing when it comes.
     */
    void withdraw(OccasionKind kind, String source);

    /** How an account stands; zeros for one that never had points. */
    Balance balance(String owner);
}
