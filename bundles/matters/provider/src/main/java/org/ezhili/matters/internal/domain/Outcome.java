package org.ezhili.matters.internal.domain;

/** How an action ended. */
public sealed interface Outcome {

    /**
     * It is done.
     *
     * @param before the matter as it was
     * @param matter as it is now
     * @param step the new line of its history
     */
    record Done(Matter before, Matter matter, Step step) implements Outcome {}

    /** It is not done, and nothing has changed. */
    record Refused(Refusal reason) implements Outcome {}
}
