package org.ezhili.platform.releases.internal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ezhili.platform.releases.internal.archive.Examination.Passed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with an archive before anything in it is read. */
class ArchivesTest extends Examined {

    @Test
    void a_good_release_passes() throws IOException {
        Passed passed = examine(signed(crate()));

        assertThat(passed.signer().subject()).contains("CN=vendor");
        assertThat(passed.features().address())
                .isEqualTo("mvn:org.ezhili/org.ezhili.features.patrol/1.1.0/xml/features");
        assertThat(passed.passport().permissions()).containsExactly("patrol.walk");
        assertThat(passed.passport().reads()).containsExactly("org.ezhili.platform.security.Accounts");
        assertThat(passed.passport().sends()).containsExactly("org.ezhili.patrol.PatrolEnded");
        assertThat(passed.passport().apis()).containsEntry("org.ezhili.patrol", "[1.0.0,1.1.0)");
        assertThat(passed.content().file(passed.features())).exists();
    }

    @Test
    void what_is_no_zip_is_refused() throws IOException {
        Path file =
                Files.write(folder.resolve("no.kar"), "these are just words, and some more of them".getBytes(UTF_8));
        refused(file, "archive-not-zip");
        refused(Files.write(folder.resolve("empty.kar"), new byte[0]), "archive-not-zip");
    }

    @Test
    void half_of_an_archive_is_refused() throws IOException {
        byte[] whole = Files.readAllBytes(signed(crate()));
        Path half = Files.write(folder.resolve("half.kar"), java.util.Arrays.copyOf(whole, whole.length / 2));
        refused(half, "archive-not-zip");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside.jar",
                "repository/../../outside.jar",
                "/etc/passwd",
                "repository\\..\\outside.jar",
                "C:/outside.jar",
                "repository/./org/x.jar",
                "repository//x.jar"
            })
    void a_name_that_leads_outside_is_refused(String name) {
        refused(signed(with(crate().packed(), name, "x")), "archive-path");
        assertThat(folder.resolve("outside.jar")).doesNotExist();
        assertThat(folder.getParent().resolve("outside.jar")).doesNotExist();
    }

    @Test
    void a_name_that_leads_outside_within_a_bundle_is_refused() {
        Crate crate = crate();
        crate.provider.entry("../../outside.txt", "x");
        refused(signed(crate), "archive-path");
    }

    @Test
    void a_file_that_swells_is_refused() {
        refused(
                signed(with(crate().packed(), "repository/org/x/zeros/1/zeros-1.jar", new byte[64 << 20])),
                "archive-bomb");
    }

    @Test
    void a_bundle_that_swells_is_refused() {
        Crate crate = crate();
        crate.provider.entry("data.bin", new byte[64 << 20]);
        refused(signed(crate), "archive-bomb");
    }

    @Test
    void an_archive_of_very_many_files_is_refused() {
        Map<String, byte[]> files = crate().packed();
        for (int i = 0; i < ZipShape.MOST_ENTRIES; i++) {
            files.put("repository/org/x/" + i, new byte[0]);
        }
        refused(zipped(files), "archive-bomb");
    }

    @Test
    void an_entry_that_is_longer_than_it_says_is_refused() throws IOException {
        Path archive = signed(crate());
        byte[] bytes = Files.readAllBytes(archive);
        int name = last(bytes, Passport.PLACE.getBytes(UTF_8));
        java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN).putInt(name - 46 + 24, 5);
        assertThat(code(Files.write(archive, bytes))).isIn("archive-bomb", "archive-altered");
    }

    @Test
    void a_file_that_is_there_twice_is_refused() throws IOException {
        Map<String, byte[]> files = crate().packed();
        files.put("META-INF/ezhili/passp0rt.json", "{}".getBytes(UTF_8));
        byte[] bytes = Files.readAllBytes(zipped(files));
        Path twice = Files.write(folder.resolve("twice.kar"), replaced(bytes, "passp0rt.json", "passport.json"));
        refused(twice, "archive-duplicate");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "etc/users.properties",
                "repository/users.properties",
                "META-INF/services/java.nio.file.spi.FileSystemProvider",
                "repository/org/x/a/1/a-1.cfg",
                "repository/org/x/a/1/b-1.jar",
                "deploy/x.jar"
            })
    void a_file_that_has_no_business_there_is_refused(String name) {
        refused(signed(with(crate().packed(), name, "x")), "archive-surplus");
    }
}
