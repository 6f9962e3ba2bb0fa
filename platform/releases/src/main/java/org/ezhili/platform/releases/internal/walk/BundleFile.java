package org.ezhili.platform.releases.internal.walk;

import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.framework.wiring.BundleWiring;

/**
 * What a bundle says before it is installed.
 *
 * @param name its symbolic name
 * @param steps names of its schema steps
 */
record BundleFile(String name, Version version, Set<String> steps) {

    private static final Pattern API = Pattern.compile("org\\.ezhili\\.[a-z-]+\\.api");
    private static final String STEPS = "db/";

    BundleFile {
        steps = Set.copyOf(steps);
    }

    /** Looks into the file at a bundle's address. */
    static BundleFile read(String address) throws IOException {
        try (JarInputStream jar = new JarInputStream(URI.create(address).toURL().openStream(), false)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                return new BundleFile(address, Version.emptyVersion, Set.of());
            }
            Set<String> steps = new TreeSet<>();
            for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
                if (entry.getName().startsWith(STEPS) && entry.getName().endsWith(".sql")) {
                    steps.add(entry.getName());
                }
            }
            String name = manifest.getMainAttributes().getValue(Constants.BUNDLE_SYMBOLICNAME);
            String version = manifest.getMainAttributes().getValue(Constants.BUNDLE_VERSION);
            return new BundleFile(
                    name == null ? address : name.split(";", 2)[0].trim(), Version.parseVersion(version), steps);
        }
    }

    /** The schema steps of a bundle that is installed. */
    static Set<String> steps(Bundle bundle) {
        Set<String> steps = new TreeSet<>();
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        if (wiring != null) {
            wiring.findEntries("/" + STEPS, "*.sql", 0)
                    .forEach(url -> steps.add(url.getPath().substring(1)));
        }
        return steps;
    }

    /** Whether modules meet in what it exports, so that all who use it must use the same one. */
    boolean isApi() {
        return API.matcher(name).matches();
    }
}
