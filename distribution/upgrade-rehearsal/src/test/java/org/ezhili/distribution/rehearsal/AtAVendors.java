package org.ezhili.distribution.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.acme.lakes.internal.LakesModule;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.ezhili.distribution.systemtests.Answer;
import org.ezhili.distribution.systemtests.Client;
import org.ezhili.distribution.systemtests.District;
import org.ezhili.distribution.systemtests.Person;
import org.ezhili.distribution.systemtests.Vendor;

/** What a test can say where a vendor's module, {@code lakes}, is in use. */
interface AtAVendors {

    String DEPTH = "/api/lakes/v1/depth";
    String RELEASES = "/api/releases/v1/releases";
    String BYTES = "application/octet-stream";
    String IN_USE = "1.0.0";
    Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    District district();

    Walks walks();

    Vendor vendor();

    /** Where releases are packed. */
    Path bench();

    /** A release of the module, with the schema steps of the one that is in use. */
    static VendorRelease lakes(String version) {
        return VendorRelease.of(LakesModule.class, version)
                .step("V1__lakes.sql", "CREATE TABLE lakes.lake (id BIGINT NOT NULL PRIMARY KEY);")
                .step("V2__depth.sql", "ALTER TABLE lakes.lake ADD COLUMN depth INTEGER;");
    }

    default Client it() {
        return district().as(Person.IT);
    }

    /** District IT uploads it as the vendor has sent it. */
    default Answer sent(VendorRelease release) {
        return it().post(RELEASES, BYTES, archive(release));
    }

    default byte[] archive(VendorRelease release) {
        try {
            return Files.readAllBytes(vendor().signed(release.packedIn(bench())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    default VendorRelease taken(VendorRelease release) {
        Answer answer = sent(release);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return release;
    }

    static Map<String, String> to(VendorRelease release) {
        return Map.of(release.module(), release.version());
    }

    /** Whether it is refused with this code, in the words of whoever asks. */
    static void refused(Answer answer, int status, String code) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.code()).isEqualTo(code);
        assertThat(answer.text("title")).containsPattern(CHINESE);
        assertThat(answer.text("detail")).containsPattern(CHINESE);
    }

    /** Whether the audit log has this. */
    default void audited(String action, String subject, String outcome) {
        await(action + " of " + subject + ": " + outcome).untilAsserted(() -> assertThat(district()
                        .as(Person.DISTRICT)
                        .get("/api/security/v1/audit?limit=100&action=" + action)
                        .json()
                        .path("items"))
                .anySatisfy(line -> {
                    assertThat(line.path("subject").asText()).startsWith(subject);
                    assertThat(line.path("outcome").asText()).isEqualTo(outcome);
                    assertThat(line.path("account").asText()).isEqualTo(Person.IT.account());
                }));
    }

    /** Why the one node gave a walk up, in the language of whoever asks. */
    default JsonNode why(String walk, String language) {
        return it().with("Accept-Language", language)
                .get("/api/releases/v1/upgrades/" + walk)
                .json()
                .at("/nodes/0/problem");
    }
}
