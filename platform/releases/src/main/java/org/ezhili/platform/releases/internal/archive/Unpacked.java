package org.ezhili.platform.releases.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.CodeSigner;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.ezhili.platform.ProblemException;

/**
 * What was in an archive whose shape is right and every entry of which was signed by the same hands.
 *
 * @param repository folder with the files, in Maven's layout
 * @param hashes of the files there, SHA-256 in hex
 * @param texts the descriptions of the release, by their place in the archive
 * @param signers who signed every single entry
 */
public record Unpacked(
        Path repository, Map<MavenName, String> hashes, Map<String, byte[]> texts, Set<CodeSigner> signers) {

    private static final String REPOSITORY = "repository/";
    private static final Pattern SIGNATURE =
            Pattern.compile("META-INF/(MANIFEST\\.MF|[^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]+)");
    private static final Pattern MAVENS_OWN = Pattern.compile("META-INF/maven/.+");
    private static final long LONGEST_TEXT = 1 << 20;

    /** The bundles, and where they lie. */
    Map<MavenName, Path> bundles() {
        Map<MavenName, Path> bundles = new TreeMap<>();
        hashes.keySet().stream()
                .filter(name -> name.type().equals("jar"))
                .forEach(name -> bundles.put(name, file(name)));
        return bundles;
    }

    /** Where a file of the release lies. */
    public Path file(MavenName name) {
        return repository.resolve(name.path());
    }

    /** Lays {@code archive} out in {@code folder}, which is empty; who calls clears it away after a refusal. */
    static Unpacked from(Path archive, Path folder) throws IOException {
        ZipShape.check(archive);
        Laying laying = new Laying(folder);
        try (JarFile jar = new JarFile(archive.toFile(), true)) {
            Set<String> signed = new LinkedHashSet<>();
            for (JarEntry entry : jar.stream().filter(one -> !one.isDirectory()).toList()) {
                laying.take(jar, entry);
                signed.add(entry.getName());
            }
            checkNothingIsGone(jar.getManifest(), signed);
        } catch (SecurityException altered) {
            throw ProblemException.of(422, "archive-altered", ZipShape.shortened(laying.current));
        }
        for (MavenName name : laying.hashes.keySet()) {
            if (name.type().equals("jar")) {
                ZipShape.check(folder.resolve(name.path()));
            }
        }
        return new Unpacked(folder, laying.hashes, laying.texts, laying.signers);
    }

    private static void checkNothingIsGone(Manifest manifest, Set<String> there) {
        if (manifest == null) {
            throw ProblemException.of(422, "archive-unsigned", "META-INF/MANIFEST.MF");
        }
        for (String name : manifest.getEntries().keySet()) {
            if (!there.contains(name)) {
                throw ProblemException.of(422, "archive-altered", ZipShape.shortened(name));
            }
        }
    }

    /** One entry after the other. */
    private static final class Laying {
        private final Path folder;
        private final Map<MavenName, String> hashes = new TreeMap<>();
        private final Map<String, byte[]> texts = new HashMap<>();
        private Set<CodeSigner> signers = Set.of();
        private boolean first = true;
        private String current = "META-INF/MANIFEST.MF";

        Laying(Path folder) {
            this.folder = folder;
        }

        void take(JarFile jar, JarEntry entry) throws IOException {
            String name = entry.getName();
            current = name;
            try (InputStream in = jar.getInputStream(entry)) {
                if (SIGNATURE.matcher(name).matches()) {
                    copy(in, entry, OutputStream.nullOutputStream());
                    return;
                }
                if (name.equals(Passport.PLACE) || name.equals(PartsList.PLACE)) {
                    texts.put(name, text(in, entry));
                } else if (name.startsWith(REPOSITORY)) {
                    lay(in, entry);
                } else if (MAVENS_OWN.matcher(name).matches()) {
                    copy(in, entry, OutputStream.nullOutputStream());
                } else {
                    throw ProblemException.of(422, "archive-surplus", ZipShape.shortened(name));
                }
            } catch (ZipException damaged) {
                throw ProblemException.of(422, "archive-altered", ZipShape.shortened(name));
            }
            checkSigned(entry);
        }

        private void checkSigned(JarEntry entry) {
            CodeSigner[] here = entry.getCodeSigners();
            if (here == null || here.length == 0) {
                throw ProblemException.of(422, "archive-unsigned", ZipShape.shortened(entry.getName()));
            }
            Set<CodeSigner> common = new LinkedHashSet<>(List.of(here));
            if (!first) {
                common.retainAll(signers);
            }
            if (common.isEmpty()) {
                throw ProblemException.of(422, "archive-unsigned", ZipShape.shortened(entry.getName()));
            }
            signers = common;
            first = false;
        }

        private void lay(InputStream in, JarEntry entry) throws IOException {
            String place = entry.getName().substring(REPOSITORY.length());
            MavenName name = MavenName.ofPath(place)
                    .filter(known -> known.type().equals("jar") || known.type().equals("xml"))
                    .orElseThrow(
                            () -> ProblemException.of(422, "archive-surplus", ZipShape.shortened(entry.getName())));
            Path target = folder.resolve(place);
            Files.createDirectories(target.getParent());
            MessageDigest digest = Hashes.sha256();
            try (OutputStream out =
                    new DigestOutputStream(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW), digest)) {
                copy(in, entry, out);
            }
            hashes.put(name, HexFormat.of().formatHex(digest.digest()));
        }

        private static byte[] text(InputStream in, JarEntry entry) throws IOException {
            if (entry.getSize() > LONGEST_TEXT) {
                throw ProblemException.of(422, "archive-bomb", entry.getName());
            }
            byte[] text = in.readNBytes((int) LONGEST_TEXT + 1);
            if (text.length != entry.getSize()) {
                throw ProblemException.of(422, "archive-bomb", entry.getName());
            }
            return text;
        }

        /** As many bytes as the entry says, to the last one: only then is its signature known. */
        private static void copy(InputStream in, JarEntry entry, OutputStream out) throws IOException {
            byte[] buffer = new byte[1 << 16];
            long copied = 0;
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                copied += got;
                if (copied > entry.getSize()) {
                    throw ProblemException.of(422, "archive-bomb", ZipShape.shortened(entry.getName()));
                }
                out.write(buffer, 0, got);
            }
        }
    }
}
