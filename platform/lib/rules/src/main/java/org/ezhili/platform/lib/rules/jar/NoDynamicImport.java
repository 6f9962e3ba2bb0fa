package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;

/** A dynamic import is wired by accident of the moment, and pins what it was wired to. */
public final class NoDynamicImport implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        return jar.header("DynamicImport-Package")
                .map(packages -> List.of("imports " + packages + " dynamically; import by name and version"))
                .orElse(List.of());
    }
}
