package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;

/** A bundle names packages, not bundles: {@code Require-Bundle} ties it to one provider and re-exports who knows what. */
public final class NoRequireBundle implements JarRule {

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        return jar.header("Require-Bundle")
                .map(names -> List.of("requires the bundle " + names + "; import its packages"))
                .orElse(List.of());
    }
}
