package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;

/** A fragment can't be updated without its host's restart. */
public final class NoFragment implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        return jar.header("Fragment-Host")
                .map(host -> List.of("is a fragment of " + host + "; make it a bundle with a service"))
                .orElse(List.of());
    }
}
