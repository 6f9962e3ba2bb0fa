package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.Clause;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;
import org.ezhili.platform.lib.rules.Kind;

/** What others may use of a module is in its API bundle; the provider can then be swapped while they run. */
public final class ProvidersExportNothing implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        if (jar.kind() != Kind.PROVIDER) {
            return List.of();
        }
        return jar.exports().stream()
                .map(Clause::name)
                .filter(name -> !Packages.isInternal(name))
                .map(name -> "is a provider and exports " + name + "; move it to the API bundle")
                .toList();
    }
}
