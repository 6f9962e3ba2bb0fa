package org.ezhili.distribution.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.ezhili.distribution.systemtests.District;
import org.ezhili.distribution.systemtests.DistrictNode;

/** The last release of each module, kept as it was built: what a district runs on the day before it upgrades. */
final class PreviousRelease {

    private static final Pattern NAME = Pattern.compile("([a-z-]+)-([0-9]+\\.[0-9]+\\.[0-9]+)\\.kar");
    private static final String REPOSITORY = "repository/";

    private final Map<String, String> versions = new TreeMap<>();
    private final Map<String, Path> archives = new TreeMap<>();

    private PreviousRelease() {}

    /** The newest one in {@code releases} that is older than this build, per module. */
    static PreviousRelease kept() {
        PreviousRelease kept = new PreviousRelease();
        String build = System.getProperty("ezhili.version");
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("rehearsal.releases")))) {
            files.sorted(Comparator.comparing(Path::toString)).forEach(file -> {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && !name.group(2).equals(build)) {
                    kept.versions.put(name.group(1), name.group(2));
                    kept.archives.put(name.group(1), file);
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (kept.versions.isEmpty()) {
            throw new IllegalStateException("no release before " + build + " is kept");
        }
        return kept;
    }

    /** By module. */
    Map<String, String> versions() {
        return versions;
    }

    List<String> modules() {
        return List.copyOf(versions.keySet());
    }

    /** Every module in this version. */
    Map<String, String> all(String version) {
        Map<String, String> all = new TreeMap<>();
        modules().forEach(module -> all.put(module, version));
        return all;
    }

    /** Lets every node of a freshly installed district start with these in place of what it was assembled with. */
    void putInto(District district) {
        district.nodes().forEach(this::putInto);
    }

    private void putInto(DistrictNode node) {
        try {
            Path startup = node.etc("startup.properties");
            Path system = startup.getParent().resolveSibling("system");
            Path features = node.etc("org.apache.karaf.features.cfg");
            for (String module : modules()) {
                unpack(archives.get(module), system);
                String version = versions.get(module);
                edit(
                        startup,
                        "(org\\.ezhili\\." + module + "\\.(?:provider|ui))/[0-9.]+/\\1-[0-9.]+\\.jar",
                        "$1/" + version + "/$1-" + version + ".jar");
                edit(features, "(ezhili-" + module + ")/[0-9.]+", "$1/" + version);
                edit(features, "(org\\.ezhili\\.features\\." + module + ")/[0-9.]+/", "$1/" + version + "/");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void edit(Path file, String what, String by) throws IOException {
        String text = Files.readString(file);
        String edited = text.replaceAll(what, by);
        if (edited.equals(text)) {
            throw new IOException(file + " has nothing like " + what);
        }
        Files.writeString(file, edited);
    }

    private static void unpack(Path archive, Path system) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            List<ZipEntry> entries = new ArrayList<>(zip.stream()
                    .filter(entry -> !entry.isDirectory() && entry.getName().startsWith(REPOSITORY))
                    .toList());
            for (ZipEntry entry : entries) {
                Path file = system.resolve(entry.getName().substring(REPOSITORY.length()));
                if (!Files.exists(file)) {
                    Files.createDirectories(file.getParent());
                    Files.copy(zip.getInputStream(entry), file);
                }
            }
        }
    }
}
