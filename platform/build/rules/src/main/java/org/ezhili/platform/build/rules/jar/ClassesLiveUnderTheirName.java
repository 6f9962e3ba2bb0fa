package org.ezhili.platform.build.rules.jar;

import java.util.List;
import org.ezhili.platform.build.rules.BuiltJar;
import org.ezhili.platform.build.rules.House;
import org.ezhili.platform.build.rules.JarRule;
import org.ezhili.platform.build.rules.Kind;

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
