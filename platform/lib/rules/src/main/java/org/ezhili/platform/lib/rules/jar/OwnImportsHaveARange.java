package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;

/** An import of ours without an upper bound would be wired to the next, broken contract too. */
public final class OwnImportsHaveARange implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        return jar.imports().stream()
                .filter(wanted -> Packages.isOurs(wanted.name()))
                .filter(wanted ->
                        !wanted.attributes().getOrDefault("version", "").contains(","))
                .map(wanted -> "imports " + wanted.name() + " without a range of versions")
                .toList();
    }
}
