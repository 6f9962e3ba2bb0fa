package org.ezhili.platform.releases.internal.walk;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns what the framework says about a bundle that does not fit into a reason for people. */
final class Causes {

    private static final Pattern PACKAGE =
            Pattern.compile("osgi\\.wiring\\.package[^\\[]*?filter:?=\"?(\\(.*?\\)+)\"?", Pattern.DOTALL);
    /** Who needs what; it may be said of the cause of a cause of a cause. */
    private static final Pattern MISSING =
            Pattern.compile("missing requirement \\[([^\\]]+)\\] ([^\\[]+)", Pattern.CASE_INSENSITIVE);

    private static final Pattern NAME = Pattern.compile("osgi\\.wiring\\.package=([\\w.]+)");
    private static final Pattern RANGE = Pattern.compile("\\(version([<>]=?)([\\w.]+)\\)");
    private static final int LONGEST = 300;

    private Causes() {}

    static NotWalkedException of(Step step, Throwable failure) {
        String text = messages(failure);
        Optional<String> wanted = wantedPackage(text);
        if (wanted.isPresent()) {
            return NotWalkedException.of(
                    "needs-package", step.module(), step.to().toString(), wanted.get());
        }
        Optional<String> missing =
                MISSING.matcher(text).results().map(Causes::requirement).reduce((outer, inner) -> inner);
        if (missing.isPresent()) {
            return NotWalkedException.of(
                    "does-not-resolve", step.module(), step.to().toString(), shortened(missing.get()));
        }
        return NotWalkedException.of(
                "failed-to-install", step.module(), step.to().toString(), shortened(text));
    }

    private static String requirement(MatchResult missing) {
        return missing.group(1) + " → " + missing.group(2).replaceAll("[\\s\\]]+$", "");
    }

    private static Optional<String> wantedPackage(String text) {
        Matcher requirement = PACKAGE.matcher(text);
        Optional<String> last = Optional.empty();
        while (requirement.find()) {
            Matcher name = NAME.matcher(requirement.group(1));
            if (name.find()) {
                StringBuilder wanted = new StringBuilder(name.group(1));
                Matcher range = RANGE.matcher(requirement.group(1));
                while (range.find()) {
                    wanted.append(' ').append(range.group(1)).append(' ').append(range.group(2));
                }
                last = Optional.of(wanted.toString());
            }
        }
        return last;
    }

    private static String messages(Throwable failure) {
        StringBuilder all = new StringBuilder();
        for (Throwable cause = failure; cause != null && all.length() < 4_000; cause = cause.getCause()) {
            all.append(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage())
                    .append(' ');
            for (Throwable other : cause.getSuppressed()) {
                all.append(other.getMessage()).append(' ');
            }
        }
        return all.toString().trim();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
}
