package org.ezhili.platform.releases.internal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ezhili.platform.lib.rules.BuiltJar;

/**
 * Makes an archive of a module's files, ready to be signed: adds the passport, as far as it follows from the bundles, and the list
 * of parts. A build does this, ours and a vendor's; what would be refused for its bundles at a district is refused here.
 */
public final class Packing {

    private static final LocalDateTime ALWAYS = LocalDateTime.of(2026, 1, 1, 0, 0);

    private Packing() {}

    /**
     * Packs what lies in {@code repository}, in Maven's layout.
     *
     * @param declared passport as far as it is written by hand: id, version, title, platform, network
     * @param archive the file to make; what is there is replaced
     */
    public static Passport pack(Path repository, byte[] declared, Path archive) throws IOException {
        Map<MavenName, Path> files = files(repository);
        Map<MavenName, Path> bundles = new TreeMap<>(files);
        bundles.keySet().removeIf(name -> !name.type().equals("jar"));
        Passport start = PassportText.readDeclared(declared);
        ModuleBundles sorted = ModuleBundles.of(start, bundles);
        Gate gate = new Gate(start.id());
        for (BuiltJar jar : sorted.own().values()) {
            gate.own(jar, sorted.house());
        }
        Content content = sorted.content(bundles);
        Passport passport = start.with(content);
        Differences.check(passport, content);
        List<PartsList.Part> parts = new ArrayList<>();
        for (Map.Entry<MavenName, Path> bundle : bundles.entrySet()) {
            parts.add(new PartsList.Part(bundle.getKey(), bundle.getValue(), Hashes.sha256(bundle.getValue())));
        }
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(archive))) {
            entry(out, "META-INF/MANIFEST.MF").write("Manifest-Version: 1.0\r\n\r\n".getBytes(UTF_8));
            entry(out, Passport.PLACE).write(PassportText.write(passport));
            entry(out, PartsList.PLACE).write(PartsList.write(passport, parts));
            for (Map.Entry<MavenName, Path> file : files.entrySet()) {
                Files.copy(
                        file.getValue(),
                        entry(out, "repository/" + file.getKey().path()));
            }
        }
        return passport;
    }

    private static Map<MavenName, Path> files(Path repository) throws IOException {
        Map<MavenName, Path> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(repository)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String place = repository.relativize(file).toString().replace('\\', '/');
                files.put(
                        MavenName.ofPath(place)
                                .orElseThrow(() -> new IOException(place + " has no place in a repository")),
                        file);
            }
        }
        return files;
    }

    private static OutputStream entry(ZipOutputStream out, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ALWAYS);
        out.putNextEntry(entry);
        return out;
    }
}
