package org.ezhili.platform.releases.internal.intake;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ezhili.platform.releases.internal.archive.MavenName;
import org.ezhili.platform.releases.internal.archive.Unpacked;

/**
 * The releases that this node has unpacked: their files in one repository of Maven's layout, which the features service resolves
 * from, and a note per release, written last, of which files are its. Not thread-safe: who calls holds the lock of arrivals.
 */
final class Shelves {

    private final Path repository;
    private final Path notes;

    Shelves(Path folder) {
        this.repository = folder.resolve("repository");
        this.notes = folder.resolve("here");
    }

    Path repository() {
        return repository;
    }

    /** Whether all files of this very archive are here. */
    boolean has(String module, String version, String sha256) {
        List<String> lines = lines(note(module, version));
        return !lines.isEmpty()
                && lines.get(0).equals(sha256)
                && lines.stream().skip(1).allMatch(place -> Files.isRegularFile(repository.resolve(place)));
    }

    /** Moves the files to where they belong; those that are there are the same already. */
    void place(String module, String version, String sha256, Unpacked content) throws IOException {
        Files.createDirectories(notes);
        for (MavenName name : content.hashes().keySet()) {
            Path target = repository.resolve(name.path());
            Files.createDirectories(target.getParent());
            Folder.force(content.file(name));
            Files.move(content.file(name), target, StandardCopyOption.ATOMIC_MOVE);
        }
        String note = Stream.concat(
                        Stream.of(sha256), content.hashes().keySet().stream().map(MavenName::path))
                .collect(Collectors.joining("\n", "", "\n"));
        Path fresh = notes.resolve(module + "-" + version + ".new");
        Files.writeString(fresh, note, StandardCharsets.UTF_8);
        Folder.force(fresh);
        Files.move(fresh, note(module, version), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Takes away the files of every release for which {@code isKnown} does not hold, but for those that another one has too. */
    void keepOnly(Set<String> known) throws IOException {
        if (!Files.isDirectory(notes)) {
            return;
        }
        Set<Path> gone = new HashSet<>();
        Set<String> kept = new HashSet<>();
        try (Stream<Path> all = Files.list(notes)) {
            for (Path note : all.toList()) {
                if (known.contains(note.getFileName().toString())) {
                    kept.addAll(lines(note).stream().skip(1).toList());
                } else {
                    gone.add(note);
                }
            }
        }
        for (Path note : gone) {
            for (String place : lines(note).stream().skip(1).toList()) {
                if (!kept.contains(place)) {
                    Files.deleteIfExists(repository.resolve(place));
                }
            }
            Files.deleteIfExists(note);
        }
    }

    /** Name of a release's note. */
    static String noteName(String module, String version) {
        return module + "-" + version;
    }

    Optional<Path> file(MavenName name) {
        return Optional.of(repository.resolve(name.path())).filter(Files::isRegularFile);
    }

    private Path note(String module, String version) {
        return notes.resolve(noteName(module, version));
    }

    private static List<String> lines(Path note) {
        try {
            return Files.isRegularFile(note) ? Files.readAllLines(note, StandardCharsets.UTF_8) : List.of();
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
