package org.ezhili.platform.build.rules;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.ezhili.platform.lib.rules.BuiltJar;

/** A small jar made by hand: right in everything but what a test plants in it. */
final class Planted {

    private final String artifact;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Planted(String artifact) {
        this.artifact = artifact;
        header("Bundle-ManifestVersion", "2");
        header("Bundle-SymbolicName", artifact);
        header("Bundle-Version", "1.0.0");
    }

    static Planted jar(String artifact) {
        return new Planted(artifact);
    }

    Planted header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Planted file(String name, String content) {
        files.put(name, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    Planted noise(String name, int bytes) {
        byte[] content = new byte[bytes];
        new Random(1).nextBytes(content);
        files.put(name, content);
        return this;
    }

    BuiltJar in(Path folder) {
        Path file = folder.resolve(artifact + "-1.0.0.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
        try (OutputStream out = Files.newOutputStream(file);
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> entry : files.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return BuiltJar.read(file);
    }
}
