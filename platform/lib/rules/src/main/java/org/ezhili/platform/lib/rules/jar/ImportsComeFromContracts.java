package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.Clause;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;
import org.ezhili.platform.lib.rules.Kind;

/** Bundles meet in contracts: nobody imports what is internal, or what a provider holds. */
public final class ImportsComeFromContracts implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        return jar.imports().stream()
                .map(Clause::name)
                .filter(Packages::isOurs)
                .filter(name -> Packages.isInternal(name) || isHeldByAnotherProvider(name, jar, house))
                .map(name -> "imports " + name + ", which belongs to a provider; ask for it in an API")
                .toList();
    }

    private static boolean isHeldByAnotherProvider(String name, BuiltJar jar, House house) {
        return house.others(jar)
                .filter(other -> other.kind() == Kind.PROVIDER)
                .anyMatch(other -> other.packages().contains(name)
                        || other.exports().stream()
                                .anyMatch(export -> export.name().equals(name)));
    }
}
