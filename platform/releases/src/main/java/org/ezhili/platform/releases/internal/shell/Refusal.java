package org.ezhili.platform.releases.internal.shell;

import java.util.Locale;
import org.apache.karaf.shell.support.CommandException;
import org.ezhili.platform.Problem;
import org.ezhili.platform.releases.internal.rest.Words;

/** Ends a command in words, with a status that scripts see. */
final class Refusal {

    private Refusal() {}

    static CommandException of(String words) {
        String whole = "refused: " + words;
        return new CommandException(whole, whole);
    }

    static CommandException of(Problem problem) {
        return of(problem.code() + ": " + Words.detail(problem, Locale.ENGLISH));
    }
}
