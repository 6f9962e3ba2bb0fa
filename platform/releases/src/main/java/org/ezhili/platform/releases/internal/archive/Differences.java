package org.ezhili.platform.releases.internal.archive;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.ezhili.platform.ProblemException;

/** What a passport says, held against what the bundles do. */
final class Differences {

    private Differences() {}

    static void check(Passport passport, Content content) {
        same("permissions", passport.permissions(), content.permissions());
        same("reads", passport.reads(), content.reads());
        same("sends", passport.sends(), content.sends());
        same("apis", lines(passport.apis()), lines(content.apis()));
        for (String permission : passport.permissions()) {
            if (!permission.startsWith(passport.id() + ".")) {
                throw ProblemException.of(422, "passport-mismatch", "permissions", passport.id(), permission);
            }
        }
        if (passport.network().isEmpty() && !content.sockets().isEmpty()) {
            throw ProblemException.of(
                    422,
                    "passport-mismatch",
                    "network",
                    "[]",
                    content.sockets().iterator().next());
        }
    }

    private static Set<String> lines(java.util.Map<String, String> ranges) {
        Set<String> lines = new TreeSet<>();
        ranges.forEach((name, range) -> lines.add(name + " " + range));
        return lines;
    }

    private static void same(String field, Collection<String> said, Collection<String> found) {
        Set<String> onlySaid = new TreeSet<>(said);
        onlySaid.removeAll(found);
        Set<String> onlyFound = new TreeSet<>(found);
        onlyFound.removeAll(said);
        if (!onlySaid.isEmpty() || !onlyFound.isEmpty()) {
            throw ProblemException.of(422, "passport-mismatch", field, some(onlySaid), some(onlyFound));
        }
    }

    private static String some(Set<String> names) {
        return names.isEmpty() ? "–" : String.join(", ", names.stream().limit(3).toList());
    }
}
