package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.Clause;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;
import org.ezhili.platform.lib.rules.Kind;

/** All that a provider or a part of the platform does not export on purpose is called {@code internal}. */
public final class ClassesStayInside implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        if (jar.kind() != Kind.PROVIDER && jar.kind() != Kind.PLATFORM) {
            return List.of();
        }
        List<String> exported = jar.exports().stream().map(Clause::name).toList();
        return jar.packages().stream()
                .filter(name -> Packages.isOurs(name) && !Packages.isInternal(name) && !exported.contains(name))
                .map(name -> "has classes in " + name + ", neither exported nor internal")
                .toList();
    }
}
