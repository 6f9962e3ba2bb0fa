package org.ezhili.matters.internal.domain;

/** Why an action is not done. */
public enum Refusal {
    /** They have no part in the matter that may do this, whatever its state. */
    NOT_ALLOWED,
    /** Not in this state. */
    NOT_IN_THIS_STATE,
    /** They handled the matter themselves. */
    OWN_HANDLING,
    /** It was returned to them for rework. */
    RETURNED_TO_THEM,
    /** It is at the top already. */
    NO_TIER_ABOVE,
    /** No handler was named. */
    HANDLER_MISSING,
    /** No reason was given. */
    REASON_MISSING,
    /** A handler was named for an action that gives the matter to nobody. */
    HANDLER_NOT_WANTED,
    /** The handler has it already, or may not handle there. */
    HANDLER_UNFIT
}
