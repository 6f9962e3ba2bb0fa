package org.ezhili.platform.releases.internal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.ezhili.platform.releases.internal.trust.Signatures;
import org.ezhili.platform.releases.internal.trust.Signer;
import org.ezhili.platform.releases.internal.trust.TrustStore;
import org.junit.jupiter.api.Test;

/** Who has signed, what, and whether that counts. */
class SignaturesTest extends Examined {

    @Test
    void an_unsigned_archive_is_refused() {
        refused(crate().file(), "archive-unsigned");
    }

    @Test
    void what_was_added_after_signing_is_refused() {
        Map<String, byte[]> files = Crate.unzipped(signed(crate()));
        refused(zipped(with(files, "META-INF/maven/x/y/pom.xml", "<x/>")), "archive-unsigned");
    }

    @Test
    void what_was_altered_after_signing_is_refused() {
        Map<String, byte[]> files = Crate.unzipped(signed(crate()));
        files.computeIfPresent(
                Passport.PLACE,
                (name, text) -> new String(text, UTF_8).replace("巡逻", "跑步").getBytes(UTF_8));
        refused(zipped(files), "archive-altered");
    }

    @Test
    void a_bundle_swapped_after_signing_is_refused() {
        Map<String, byte[]> files = Crate.unzipped(signed(crate()));
        Crate other = crate();
        other.provider.entry("more.txt", "more");
        files.put(Crate.place(other.provider), other.provider.bytes());
        refused(zipped(files), "archive-altered");
    }

    @Test
    void what_was_taken_out_after_signing_is_refused() {
        Map<String, byte[]> files = Crate.unzipped(signed(crate()));
        files.remove(PartsList.PLACE);
        refused(zipped(files), "archive-altered");
    }

    @Test
    void a_signature_without_its_block_is_refused() {
        Map<String, byte[]> files = Crate.unzipped(signed(crate()));
        files.keySet().removeIf(name -> name.endsWith(".EC"));
        refused(zipped(files), "archive-unsigned");
    }

    @Test
    void a_signer_nobody_knows_is_refused() {
        keys.make("stranger");
        refused(keys.sign(crate().file(), "stranger"), "signer-unknown");
    }

    @Test
    void a_stranger_with_the_name_of_a_trusted_one_is_refused() throws IOException {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Keys forged = Keys.in(elsewhere).make("vendor");
        refused(forged.sign(crate().file(), "vendor"), "signer-unknown");
    }

    @Test
    void an_expired_certificate_is_refused() {
        keys.make("old", "-startdate", "-100d", "-validity", "10").trust("old", "old");
        refused(keys.sign(crate().file(), "old"), "signer-expired");
    }

    @Test
    void a_certificate_of_tomorrow_is_refused() {
        keys.make("early", "-startdate", "+5d").trust("early", "early");
        refused(keys.sign(crate().file(), "early"), "signer-not-yet-valid");
    }

    @Test
    void a_web_servers_certificate_is_refused() {
        keys.make("web", "-ext", "eku=serverAuth").trust("web", "web");
        refused(keys.sign(crate().file(), "web"), "signer-not-for-code");
    }

    @Test
    void a_certificate_for_another_module_is_refused() {
        keys.make("hotline").trust("hotline", "hotline@hotline");
        refused(keys.sign(crate().file(), "hotline"), "signer-not-for-module");
    }

    @Test
    void a_certificate_for_this_module_passes() throws IOException {
        keys.make("walker").trust("walker", "walker@patrol");
        assertThat(examine(keys.sign(crate().file(), "walker")).signer().only()).contains("patrol");
    }

    @Test
    void a_certificate_for_several_modules_passes_for_each_of_them_and_for_no_other() throws IOException {
        keys.make("maker")
                .trust("maker", "maker@alliance")
                .trust("maker", "maker@patrol")
                .trust("maker", "maker@venues");
        Signer signer = examine(keys.sign(crate().file(), "maker")).signer();
        assertThat(signer.only()).containsExactlyInAnyOrder("alliance", "patrol", "venues");
        assertThat(signer.mayRelease("points")).isFalse();
    }

    @Test
    void a_certificate_that_is_there_for_one_module_and_for_any_is_for_any() throws IOException {
        keys.make("ours").trust("ours", "a@hotline").trust("ours", "ours");
        assertThat(examine(keys.sign(crate().file(), "ours")).signer().mayRelease("points"))
                .isTrue();
    }

    @Test
    void a_certificate_by_a_trusted_authority_passes_and_its_expired_sister_does_not() throws IOException {
        keys.make("authority", "-ext", "bc=ca:true", "-ext", "ku=keyCertSign,digitalSignature")
                .trust("authority", "authority");
        keys.makeSignedBy("authority", "member");
        keys.makeSignedBy("authority", "leaver", "-startdate", "-100d", "-validity", "10");
        assertThat(examine(keys.sign(crate().file(), "member")).signer().subject())
                .contains("CN=member");
        refused(keys.sign(crate().file(), "leaver"), "signer-expired");
    }

    @Test
    void what_a_member_signs_as_an_authority_is_refused() {
        keys.makeSignedBy("vendor", "usurper");
        refused(keys.sign(crate().file(), "usurper"), "signer-unknown");
    }

    @Test
    void without_a_trust_store_nobody_is_trusted() {
        Signatures nobody = new Signatures(new TrustStore(folder.resolve("none.p12"), Keys.PASSWORD));
        assertThat(code(signed(crate()), nobody)).isEqualTo("signer-unknown");
    }

    @Test
    void a_broken_trust_store_is_told() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.p12"), "no keys here");
        assertThat(code(signed(crate()), new Signatures(new TrustStore(broken, Keys.PASSWORD))))
                .isEqualTo("trust-store-unreadable");
    }
}
