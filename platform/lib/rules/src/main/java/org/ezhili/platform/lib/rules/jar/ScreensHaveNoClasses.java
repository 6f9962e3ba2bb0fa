package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;
import org.ezhili.platform.lib.rules.Kind;

/** Screens reach the district by HTTP alone, like everybody. */
public final class ScreensHaveNoClasses implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        if (jar.kind() != Kind.SCREENS) {
            return List.of();
        }
        return jar.entries().stream()
                .filter(entry -> entry.endsWith(".class"))
                .map(entry -> "holds screens and the class " + entry)
                .toList();
    }
}
