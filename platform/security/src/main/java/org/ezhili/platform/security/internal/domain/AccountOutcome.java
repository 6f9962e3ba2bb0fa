package org.ezhili.platform.security.internal.domain;

import org.ezhili.platform.security.Grant;

/** How a change by an administrator ended. */
public sealed interface AccountOutcome {

    record Done(AccountEntry entry) implements AccountOutcome {}

    /** There is an account of this name. */
    record Taken() implements AccountOutcome {}

    /** There is none that the administrator may know of. */
    record Unknown() implements AccountOutcome {}

    /** It is known to the administrator but not theirs to change. */
    record NotTheirs() implements AccountOutcome {}

    /** A grant that is not theirs to give. */
    record GrantRefused(Grant grant) implements AccountOutcome {}

    /** A role that is not held for an area of this level. */
    record GrantMisfit(Grant grant) implements AccountOutcome {}

    /** Nobody changes their own grants or closes themselves. */
    record OwnRights() implements AccountOutcome {}

    record PasswordRefused(String code) implements AccountOutcome {}
}
