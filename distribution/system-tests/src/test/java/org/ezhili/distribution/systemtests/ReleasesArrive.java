package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.DISTRICT;
import static org.ezhili.distribution.systemtests.Person.IT;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Releases of modules come through the door: ours as it was packed, signed and not signed. */
interface ReleasesArrive extends InDistrict {

    String RELEASES = "/api/releases/v1/releases";
    String BYTES = "application/octet-stream";

    @Test
    default void what_came_with_the_distribution_is_listed_page_by_page() {
        JsonNode first = granted(as(IT).get(RELEASES + "?limit=2"), 200).json();
        assertThat(first.path("items").findValuesAsText("module")).containsExactly("grid", "matters");
        JsonNode rest = granted(
                        as(IT).get(RELEASES + "?limit=2&cursor="
                                + first.path("next").asText()),
                        200)
                .json();
        assertThat(rest.path("items").findValuesAsText("module")).containsExactly("points");
        assertThat(rest.at("/items/0/builtIn").asBoolean()).isTrue();
        refused(as(IT).get(RELEASES + "?cursor=somewhere"), 400, "bad-request");
        String version = rest.at("/items/0/version").asText();
        refused(as(IT).delete(RELEASES + "/points/" + version), 409, "release-built-in");
    }

    @Test
    default void our_own_archive_is_taken_when_it_is_signed_by_a_hand_that_is_trusted() throws IOException {
        Path packed = Path.of(System.getProperty("ezhili.release"));
        refused(sent(packed), 422, "archive-unsigned");
        Vendor vendor = Vendor.in(Path.of("target", "signing"));
        Path signed = vendor.signed(packed);
        refused(sent(signed), 422, "signer-unknown");
        Path store = district().etc("ezhili-trust.p12");
        try {
            vendor.trustedIn(store, "test");
            Answer known = granted(sent(signed), 200);
            assertThat(known.text("module")).isEqualTo("points");
            assertThat(known.json().path("builtIn").asBoolean()).isTrue();
            byte[] altered = Files.readAllBytes(signed);
            altered[altered.length / 2] ^= 1;
            refused(as(IT).post(RELEASES, BYTES, altered), 422, "archive-altered");
        } finally {
            Files.deleteIfExists(store);
        }
        JsonNode audit = granted(as(DISTRICT).get(SECURITY + "/audit?action=releases.install"), 200)
                .json();
        assertThat(audit.findValuesAsText("outcome"))
                .contains("archive-unsigned", "signer-unknown", "repeated", "archive-altered");
    }

    @Test
    default void an_archive_may_be_longer_than_a_photo_and_is_refused_for_what_it_is() {
        refused(as(IT).post(RELEASES, BYTES, new byte[30 << 20]), 422, "archive-not-zip");
        refused(
                as(IT).post(RELEASES, "application/json", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                415,
                "media-type");
        refused(as(IT).post(MATTERS + "/photos", BYTES, new byte[30 << 20]), 413, "body-too-large");
    }

    private Answer sent(Path archive) throws IOException {
        return as(IT).post(RELEASES, BYTES, Files.readAllBytes(archive));
    }
}
