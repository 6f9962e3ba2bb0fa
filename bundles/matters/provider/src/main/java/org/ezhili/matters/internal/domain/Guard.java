package org.ezhili.matters.internal.domain;

/** A condition on an action beyond state and part. */
public enum Guard {
    /** Nobody judges their own handling. */
    NOT_OWN_HANDLING,
    /** The handler to whom it was returned for rework finishes it and does not push it on. */
    NOT_WHEN_RETURNED,
    /** There is a tier above. */
    TIER_ABOVE
}
