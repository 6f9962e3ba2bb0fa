package org.ezhili.platform.lib.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/** A bundle as it was built: its manifest and the names of what is in it. Immutable; texts are read when asked for. */
public final class BuiltJar {

    private final Path file;
    private final long bytes;
    private final Map<String, String> headers;
    private final Set<String> entries;

    private BuiltJar(Path file, long bytes, Map<String, String> headers, Set<String> entries) {
        this.file = file;
        this.bytes = bytes;
        this.headers = headers;
        this.entries = entries;
    }

    /** Reads {@code <artifactId>-<version>.jar}. */
    public static BuiltJar read(Path file) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Set<String> entries = new TreeSet<>();
        try (JarFile jar = new JarFile(file.toFile())) {
            Manifest manifest = jar.getManifest();
            if (manifest != null) {
                manifest.getMainAttributes().forEach((name, value) -> headers.put(name.toString(), value.toString()));
            }
            jar.stream().filter(entry -> !entry.isDirectory()).forEach(entry -> entries.add(entry.getName()));
            return new BuiltJar(file, Files.size(file), headers, entries);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public String fileName() {
        return String.valueOf(file.getFileName());
    }

    public long bytes() {
        return bytes;
    }

    public String symbolicName() {
        return clauses("Bundle-SymbolicName").stream()
                .map(Clause::name)
                .findFirst()
                .orElse("");
    }

    /** The version as Maven writes it, from the file's name; empty when the name is not made of the symbolic name and a version. */
    public String mavenVersion() {
        String start = symbolicName() + "-";
        return fileName().startsWith(start) && fileName().endsWith(".jar")
                ? fileName().substring(start.length(), fileName().length() - ".jar".length())
                : "";
    }

    public Kind kind() {
        return Kind.of(symbolicName());
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    public List<Clause> clauses(String header) {
        return header(header).map(Clause::parse).orElse(List.of());
    }

    public List<Clause> imports() {
        return clauses("Import-Package");
    }

    public List<Clause> exports() {
        return clauses("Export-Package");
    }

    /** Names of the files in it, with {@code /}. */
    public Set<String> entries() {
        return Set.copyOf(entries);
    }

    /** The packages of its own classes; those of nested jars do not count. */
    public Set<String> packages() {
        return entries.stream()
                .filter(entry -> entry.endsWith(".class") && !entry.startsWith("META-INF/"))
                .map(entry ->
                        entry.substring(0, Math.max(0, entry.lastIndexOf('/'))).replace('/', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is written in {@code entry}; empty when there is no such file. */
    public Optional<String> text(String entry) {
        if (!entries.contains(entry)) {
            return Optional.empty();
        }
        try (JarFile jar = new JarFile(file.toFile())) {
            byte[] content = jar.getInputStream(jar.getEntry(entry)).readAllBytes();
            return Optional.of(new String(content, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + entry + " of " + file, e);
        }
    }

    @Override
    public String toString() {
        return fileName();
    }
}
