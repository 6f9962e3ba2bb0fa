package org.ezhili.platform.build.rules.source;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Every problem that a module's source names has a title, and every fault of a field a text, in the module's l10n or the
 * door's. A code that reaches the problem through a variable is not seen here.
 */
public final class ProblemsHaveTexts {

    private static final String CODE = "\"([a-z][a-z0-9-]*)\"";
    private static final Pattern PROBLEM =
            Pattern.compile("(?:\\bProblem(?:Exception)?\\s*\\.\\s*of|new\\s+Problem)\\s*\\(\\s*[\\w.]+\\s*,\\s*" + CODE
                    + "|\\bProblem\\s*\\.\\s*(?:unprocessable|unavailable)\\s*\\(\\s*" + CODE);
    private static final Pattern FAULT = Pattern.compile(
            "(?:\\bProblemException\\s*\\.\\s*field|new\\s+(?:Problem\\s*\\.\\s*)?Fault)\\s*\\(\\s*[^,;]+,\\s*" + CODE);

    private ProblemsHaveTexts() {}

    /**
     * What is wrong with one source file, in words.
     *
     * @param keys of all texts that the module or the door has
     */
    public static List<String> faults(String source, Set<String> keys) {
        return Stream.concat(named(PROBLEM, "problem.", source), named(FAULT, "fault.", source))
                .distinct()
                .filter(key -> !keys.contains(key))
                .map(key -> "refuses with " + key + ", which has no text in OSGI-INF/l10n")
                .toList();
    }

    private static Stream<String> named(Pattern pattern, String prefix, String source) {
        return pattern.matcher(source).results().map(found -> prefix + code(found));
    }

    private static String code(MatchResult found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group);
            }
        }
        throw new IllegalStateException("a pattern without a code");
    }
}
