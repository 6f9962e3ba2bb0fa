package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;

/** Without a version of the package nobody can say which contract he was built for. */
public final class EveryExportHasAVersion implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        return jar.exports().stream()
                .filter(export -> "0.0.0".equals(export.attributes().getOrDefault("version", "0.0.0")))
                .map(export -> "exports " + export.name() + " without a version; give it one in package-info.java")
                .toList();
    }
}
