package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.Clause;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;

/** A package lives in one bundle: of two that have it, who gets which is luck. */
public final class NoSplitPackage implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        Set<String> own = held(jar);
        return house.others(jar)
                .flatMap(other -> held(other).stream()
                        .filter(own::contains)
                        .map(name -> "shares the package " + name + " with " + other.fileName()))
                .toList();
    }

    private static Set<String> held(BuiltJar jar) {
        Set<String> held = new TreeSet<>(jar.packages());
        jar.exports().stream().map(Clause::name).forEach(held::add);
        return held;
    }
}
