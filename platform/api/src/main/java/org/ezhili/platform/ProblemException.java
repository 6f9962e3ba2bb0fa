package org.ezhili.platform;

import java.util.List;

/** Carries a {@link Problem} from wherever a request turned out to be refused to the door. It has no stack trace: it is an answer. */
public final class ProblemException extends RuntimeException {

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.status() + " " + problem.code(), null, false, false);
        this.problem = problem;
    }

    /** 400 for one field or parameter. */
    public static ProblemException field(String field, String code, Object... arguments) {
        return new ProblemException(Problem.badRequest(List.of(new Problem.Fault(field, code, List.of(arguments)))));
    }

    public static ProblemException of(int status, String code, Object... arguments) {
        return new ProblemException(Problem.of(status, code, arguments));
    }

    public Problem problem() {
        return problem;
    }
}
