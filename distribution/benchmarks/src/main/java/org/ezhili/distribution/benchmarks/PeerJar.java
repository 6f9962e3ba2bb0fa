package org.ezhili.distribution.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.ezhili.distribution.benchmarks.peer.PeerActivator;

/** Makes a bundle of the peer's classes and puts it where a node starts it with its own. */
final class PeerJar {

    private static final String NAME = "org.ezhili.distribution.benchmarks.peer";
    private static final String PLACE = "org/ezhili/" + NAME + "/1.0.0/" + NAME + "-1.0.0.jar";

    private PeerJar() {}

    static void putInto(Path home) throws IOException {
        Path jar = home.resolve("system").resolve(PLACE);
        Files.createDirectories(jar.resolveSibling(""));
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream bundle = new JarOutputStream(out, manifest())) {
            for (Path file : classes()) {
                bundle.putNextEntry(new JarEntry(NAME.replace('.', '/') + "/" + file.getFileName()));
                Files.copy(file, bundle);
                bundle.closeEntry();
            }
        }
        Files.writeString(
                home.resolve("etc/startup.properties"),
                "mvn\\:org.ezhili/" + NAME + "/1.0.0 = 90\n",
                StandardOpenOption.APPEND);
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", NAME);
        main.putValue("Bundle-Version", "1.0.0");
        main.putValue("Bundle-Activator", PeerActivator.class.getName());
        main.putValue(
                "Import-Package",
                "javax.servlet,javax.servlet.http,javax.sql,javax.ws.rs,org.ezhili.platform,org.ezhili.platform.module,org.osgi.framework");
        return manifest;
    }

    private static List<Path> classes() throws IOException {
        try {
            Path root = Path.of(PeerJar.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            try (Stream<Path> files = Files.list(root.resolve(NAME.replace('.', '/')))) {
                return files.filter(file -> file.toString().endsWith(".class")).toList();
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
