package org.ezhili.distribution.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.rehearsal.AtAVendors.lakes;
import static org.ezhili.distribution.rehearsal.AtAVendors.refused;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Random;
import org.ezhili.distribution.systemtests.Answer;
import org.junit.jupiter.api.Test;

/** The disk under a release that arrives runs full for real: a small one is mounted there. */
interface ADiskRunsFull extends AtAVendors {

    /** The node's data. */
    Path data();

    @Test
    default void without_room_for_it_an_archive_is_refused_before_it_is_read() throws IOException {
        byte[] archive = archive(lakes("1.5.0"));
        try (SmallDisk disk = SmallDisk.over(data().resolve("releases"), 16)) {
            full(it().post(RELEASES, BYTES, archive));
            assertThat(disk.files()).isEmpty();
        }
        assertThat(it().post(RELEASES, BYTES, archive).status()).isEqualTo(201);
    }

    @Test
    default void one_that_fills_the_disk_as_it_arrives_is_refused_and_cleared() throws IOException {
        byte[] endless = noise(67);
        try (SmallDisk disk = SmallDisk.over(data().resolve("releases"), 66)) {
            full(it().with("Content-Type", BYTES)
                    .send(
                            "POST",
                            RELEASES,
                            // without a length said before
                            BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless))));
            assertThat(disk.files()).isEmpty();
        }
    }

    @Test
    default void one_that_the_blob_store_has_no_room_for_is_refused_and_cleared() throws IOException {
        byte[] archive = archive(lakes("1.6.0").file("OSGI-INF/noise.bin", noise(2)));
        try (SmallDisk disk = SmallDisk.over(data().resolve("blobs"), 1)) {
            full(it().post(RELEASES, BYTES, archive));
            assertThat(disk.files()).isEmpty();
        }
        assertThat(it().get(RELEASES + "/lakes/1.6.0").status()).isEqualTo(404);
        assertThat(it().post(RELEASES, BYTES, archive).status()).isEqualTo(201);
    }

    private void full(Answer answer) {
        refused(answer, 507, "disk-full");
        audited("releases.install", "", "disk-full");
        assertThat(walks().live("lakes")).isEqualTo(IN_USE);
    }

    private static byte[] noise(int mebibytes) {
        byte[] noise = new byte[mebibytes << 20];
        new Random(1).nextBytes(noise);
        return noise;
    }
}
