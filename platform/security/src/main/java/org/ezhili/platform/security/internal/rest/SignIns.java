package org.ezhili.platform.security.internal.rest;

import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.internal.SignIn;
import org.ezhili.platform.security.internal.domain.SignInOutcome;

/** Turns a try at signing in into an account or a refusal. */
final class SignIns {

    private static final int MINUTE = 60;

    private SignIns() {}

    static String accountOf(SignIn signIn, CredentialsJson typed) {
        SignInOutcome outcome = signIn.check(typed.account(), typed.password());
        if (outcome instanceof SignInOutcome.Known known) {
            return known.account().account();
        }
        if (outcome instanceof SignInOutcome.Locked locked) {
            throw locked(signIn.secondsUntil(locked));
        }
        throw ProblemException.of(401, "sign-in-refused");
    }

    static ProblemException locked(long seconds) {
        long minutes = (seconds + MINUTE - 1) / MINUTE;
        return new ProblemException(Problem.of(429, "sign-in-locked", minutes).retryAfter(seconds));
    }
}
