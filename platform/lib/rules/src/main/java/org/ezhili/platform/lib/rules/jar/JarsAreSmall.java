package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import java.util.Map;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;
import org.ezhili.platform.lib.rules.Kind;

/** A bundle over its kind's size carries something that it should not: a copied library, test data, a second module. */
public final class JarsAreSmall implements JarRule {

    private static final long KB = 1024;

    /** About twice the largest of its kind when this was set. */
    private static final Map<Kind, Long> MOST = Map.of(
            Kind.API, 100 * KB,
            Kind.PROVIDER, 1_000 * KB,
            Kind.PLATFORM, 450 * KB,
            Kind.SCREENS, 1_500 * KB,
            Kind.LIBRARY, 8_000 * KB);

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        long most = MOST.getOrDefault(jar.kind(), Long.MAX_VALUE);
        return jar.bytes() <= most
                ? List.of()
                : List.of("has " + jar.bytes() / KB + " KiB; its kind has at most " + most / KB);
    }
}
