package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;
import org.ezhili.platform.lib.rules.Kind;

/** The root package is the bundle's name, without the last word where that says what kind of bundle it is. */
public final class ClassesLiveUnderTheirName implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        if (jar.kind() == Kind.LIBRARY) {
            return List.of();
        }
        String root = jar.symbolicName().replaceFirst("\\.(api|spi|provider|ui)$", "");
        return jar.packages().stream()
                .filter(name -> !Packages.isWithin(name, root))
                .map(name -> "has classes in " + name + ", outside " + root)
                .toList();
    }
}
