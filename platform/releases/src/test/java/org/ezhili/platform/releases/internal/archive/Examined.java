package org.ezhili.platform.releases.internal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.releases.internal.archive.Crate.Jar;
import org.ezhili.platform.releases.internal.archive.Examination.Passed;
import org.ezhili.platform.releases.internal.trust.Signatures;
import org.ezhili.platform.releases.internal.trust.TrustStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An archive as a district looks at it: real files, real keys. */
abstract class Examined {

    @TempDir
    static Path shop;

    static Keys keys;

    @TempDir
    Path folder;

    District district;

    @BeforeAll
    static void make_keys() {
        keys = Keys.in(shop).make("vendor").trust("vendor", "vendor");
    }

    @BeforeEach
    void found_district() {
        district = new District(folder.resolve("system"));
    }

    Crate crate() {
        return Crate.patrol(folder, "1.1.0");
    }

    /** Signed by the trusted one, with a provider that was changed after the right passport was made. */
    Path of(Consumer<Jar> change) {
        Map<String, byte[]> files = crate().packed();
        Crate other = crate();
        change.accept(other.provider);
        return signed(repacked(files, other.provider));
    }

    /** With another bundle in the place of one, and a list of parts that fits. */
    static Map<String, byte[]> repacked(Map<String, byte[]> files, Jar jar) {
        Map<String, byte[]> changed = new LinkedHashMap<>(files);
        String before = hash(files.get(Crate.place(jar)));
        changed.put(Crate.place(jar), jar.bytes());
        String after = hash(jar.bytes());
        changed.computeIfPresent(
                PartsList.PLACE,
                (name, text) -> new String(text, UTF_8).replace(before, after).getBytes(UTF_8));
        return changed;
    }

    static String hash(byte[] content) {
        return java.util.HexFormat.of().formatHex(Hashes.sha256().digest(content));
    }

    Crate calling(String network) {
        Crate crate = crate().declared("\"network\":[]", network);
        crate.provider.type("org/ezhili/patrol/internal/Caller");
        return crate;
    }

    Map<String, byte[]> passport(String change) {
        return passportOf(crate(), change);
    }

    static Map<String, byte[]> passportOf(Crate crate, String change) {
        Map<String, byte[]> files = crate.packed();
        String[] parts = change.split("→", 2);
        String text = new String(files.get(Passport.PLACE), UTF_8);
        assertThat(text).contains(parts[0]);
        int at = text.indexOf(parts[0]);
        files.put(
                Passport.PLACE,
                (text.substring(0, at) + parts[1] + text.substring(at + parts[0].length())).getBytes(UTF_8));
        return files;
    }

    Path without(String name) {
        Map<String, byte[]> files = crate().packed();
        files.remove(name);
        return signed(files);
    }

    static Map<String, byte[]> with(Map<String, byte[]> files, String name, String text) {
        return with(files, name, text.getBytes(UTF_8));
    }

    static Map<String, byte[]> with(Map<String, byte[]> files, String name, byte[] content) {
        files.put(name, content);
        return files;
    }

    Path zipped(Map<String, byte[]> files) {
        return crate().zipped(files);
    }

    Path signed(Crate crate) {
        return keys.sign(crate.file(), "vendor");
    }

    Path signed(Map<String, byte[]> files) {
        return keys.sign(zipped(files), "vendor");
    }

    static byte[] replaced(byte[] bytes, String from, String to) {
        String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        return text.replace(from, to).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    static int last(byte[] bytes, byte[] sought) {
        return new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                .lastIndexOf(new String(sought, java.nio.charset.StandardCharsets.ISO_8859_1));
    }

    Passed examine(Path archive) throws IOException {
        return examine(archive, new Signatures(new TrustStore(keys.trustStore(), Keys.PASSWORD)));
    }

    Passed examine(Path archive, Signatures signatures) throws IOException {
        Path content = Files.createTempDirectory(folder, "content");
        return new Examination(signatures, district).examine(archive, content, Instant.now());
    }

    String code(Path archive) {
        return code(archive, new Signatures(new TrustStore(keys.trustStore(), Keys.PASSWORD)));
    }

    String code(Path archive, Signatures signatures) {
        try {
            examine(archive, signatures);
            return "passed";
        } catch (ProblemException refused) {
            return refused.problem().code();
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    void refused(Path archive, String code) {
        assertThatThrownBy(() -> examine(archive)).isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                        refused.problem().code())
                .as(refused.problem().toString())
                .isEqualTo(code));
    }
}
