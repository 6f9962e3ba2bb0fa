package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.Clause;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;

/** What is called internal is nobody else's. */
public final class InternalIsNotExported implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        return jar.exports().stream()
                .map(Clause::name)
                .filter(Packages::isInternal)
                .map(name -> "exports the internal package " + name)
                .toList();
    }
}
