package org.ezhili.platform.security.internal.domain;

import java.time.Instant;
import org.ezhili.platform.security.Account;

/** How a try at signing in ended. */
public sealed interface SignInOutcome {

    record Known(Account account) implements SignInOutcome {}

    /** No such account, closed, without a password, or another password: which one is not told. */
    record Refused() implements SignInOutcome {}

    record Locked(Instant until) implements SignInOutcome {}
}
