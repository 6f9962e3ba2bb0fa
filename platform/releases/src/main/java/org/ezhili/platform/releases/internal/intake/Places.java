package org.ezhili.platform.releases.internal.intake;

import java.nio.file.Path;
import org.osgi.framework.BundleContext;

/**
 * Where things lie on this node.
 *
 * @param system the repository that came with the distribution
 * @param releases folder of what has arrived
 * @param trustStore certificates of those who may bring releases
 * @param trustPassword of that file; it keeps it whole, not secret
 */
record Places(Path system, Path releases, Path trustStore, String trustPassword) {

    static Places of(BundleContext context) {
        return new Places(
                Path.of(context.getProperty("karaf.home"), context.getProperty("karaf.default.repository")),
                Path.of(property(context, "ezhili.data", context.getProperty("karaf.data")), "releases"),
                Path.of(context.getProperty("karaf.etc"), "ezhili-trust.p12"),
                property(context, "ezhili.trust.password", "ezhili-trust"));
    }

    Path incoming() {
        return releases.resolve("incoming");
    }

    private static String property(BundleContext context, String name, String usual) {
        String value = context.getProperty(name);
        return value == null || value.isEmpty() ? usual : value;
    }
}
