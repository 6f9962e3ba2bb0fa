package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;

/** One name for the folder, the artifact and the bundle: who sees one knows the others. */
public final class NamedAsItsArtifact implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        if (jar.mavenVersion().matches("[0-9]+\\.[0-9]+\\.[0-9]+([.-].+)?")) {
            return List.of();
        }
        return List.of("has the Bundle-SymbolicName \"" + jar.symbolicName() + "\", which is not its artifactId");
    }
}
