package org.ezhili.platform.build.rules.jar;

import java.util.List;
import org.ezhili.platform.build.rules.BuiltJar;
import org.ezhili.platform.build.rules.Clause;
import org.ezhili.platform.build.rules.House;
import org.ezhili.platform.build.rules.JarRule;

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
