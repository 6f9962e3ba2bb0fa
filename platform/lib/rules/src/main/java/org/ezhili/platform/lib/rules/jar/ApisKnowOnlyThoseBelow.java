package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.Clause;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;
import org.ezhili.platform.lib.rules.Kind;

/** Contracts know each other in one direction only: platform ← grid ← matters ← the rest. */
public final class ApisKnowOnlyThoseBelow implements JarRule {

    private static final List<String> FROM_THE_GROUND = List.of("platform", "grid", "matters");

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        if (jar.kind() != Kind.API) {
            return List.of();
        }
        String own = Packages.module(jar.symbolicName());
        return jar.imports().stream()
                .map(Clause::name)
                .filter(Packages::isOurs)
                .filter(name -> !Packages.module(name).equals(own) && floor(Packages.module(name)) >= floor(own))
                .map(name -> "is a contract that knows " + name + ", which does not lie below it")
                .toList();
    }

    private static int floor(String module) {
        int floor = FROM_THE_GROUND.indexOf(module);
        return floor < 0 ? FROM_THE_GROUND.size() : floor;
    }
}
