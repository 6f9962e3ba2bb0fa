package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import java.util.stream.Stream;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;
import org.ezhili.platform.lib.rules.Kind;

/** What is optional is wired at one start and not at the next. Foreign libraries behind {@code platform/lib} alone may leave things out. */
public final class NoOptionalImport implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        if (jar.kind() == Kind.LIBRARY) {
            return List.of();
        }
        return Stream.concat(jar.imports().stream(), jar.clauses("Require-Capability").stream())
                .filter(clause -> "optional".equals(clause.directives().get("resolution")))
                .map(clause -> "needs " + clause.name() + " optionally; need it or do without")
                .toList();
    }
}
