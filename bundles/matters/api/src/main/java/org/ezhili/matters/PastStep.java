package org.ezhili.matters;

import java.time.Instant;
import java.util.Optional;

/**
 * One step of a past matter's history.
 *
 * @param action word of the action: {@code accept}, {@code reject}, {@code dispatch}, {@code transfer}, {@code take},
 *     {@code hand-in}, {@code rework}, {@code verify}, {@code close}, {@code escalate}, {@code cancel}
 * @param at when; not before the step before it
 * @param actor account of who did it
 * @param handler account that it was given to, for {@code dispatch} and {@code transfer}
 * @param reason why, at most 500 characters; mandatory for {@code reject}, {@code transfer}, {@code rework}, {@code escalate}
 *     and for a {@code cancel} by another than the reporter
 * @param note what was done, at most 2,000 characters
 */
public record PastStep(
        String action,
        Instant at,
        String actor,
        Optional<String> handler,
        Optional<String> reason,
        Optional<String> note) {

    /** A step that needs neither handler nor reason. */
    public static PastStep of(String action, Instant at, String actor) {
        return new PastStep(action, at, actor, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public PastStep to(String account) {
        return new PastStep(action, at, actor, Optional.of(account), reason, note);
    }

    public PastStep because(String text) {
        return new PastStep(action, at, actor, handler, Optional.of(text), note);
    }

    public PastStep noting(String text) {
        return new PastStep(action, at, actor, handler, reason, Optional.of(text));
    }
}
