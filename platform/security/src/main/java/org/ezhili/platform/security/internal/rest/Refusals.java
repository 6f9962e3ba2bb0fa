package org.ezhili.platform.security.internal.rest;

import java.util.List;
import org.ezhili.platform.Problem;
import org.ezhili.platform.Problem.Fault;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.internal.domain.PasswordPolicy;

/** Refusals that name a field of a well-formed body. */
final class Refusals {

    private Refusals() {}

    static ProblemException field(String field, String code, Object... arguments) {
        return new ProblemException(
                Problem.unprocessable("account-refused", List.of(new Fault(field, code, List.of(arguments)))));
    }

    static ProblemException password(String field, String code) {
        return field(field, code, PasswordPolicy.SHORTEST, PasswordPolicy.LONGEST);
    }
}
