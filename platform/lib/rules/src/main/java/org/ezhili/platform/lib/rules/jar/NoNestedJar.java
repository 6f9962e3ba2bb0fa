package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;
import org.ezhili.platform.lib.rules.Kind;

/** A library that is no bundle is wrapped once, under {@code platform/lib}; no other bundle carries a copy. */
public final class NoNestedJar implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        if (jar.kind() == Kind.LIBRARY) {
            return List.of();
        }
        return jar.entries().stream()
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> "carries " + entry + " within; make a bundle of it under platform/lib")
                .toList();
    }
}
