package org.ezhili.platform.persistence;

/** How a write under an idempotency key ended. */
public sealed interface Once {

    /**
     * The effect is there.
     *
     * @param answer of the first time
     * @param repeated whether this call was a repeat
     */
    record Done(String answer, boolean repeated) implements Once {}

    /** The key was used before with another content: nothing was done. */
    record OtherContent() implements Once {}
}
