package org.ezhili.matters.internal.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ezhili.matters.internal.store.PhotoStore;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;

class UploadsTest {

    /** Keeps what it is given, until its disk is full. */
    private static final class Disk implements BlobStore {

        private final Map<String, byte[]> kept = new HashMap<>();
        private int room = 1_000;

        @Override
        public void put(String name, byte[] content) throws IOException {
            if (kept.size() >= room) {
                throw new IOException("disk full");
            }
            kept.put(name, content);
        }

        @Override
        public Optional<InputStream> get(String name) {
            return Optional.ofNullable(kept.get(name)).map(ByteArrayInputStream::new);
        }

        @Override
        public void delete(String name) {
            kept.remove(name);
        }
    }

    private final Disk disk = new Disk();

    private Uploads uploads(TestDatabase db) {
        return new Uploads(new PhotoStore(db.database()), disk, new Development(), db.ids(), db.clock());
    }

    @EachDatabase
    void what_a_broken_off_upload_left_on_the_disk_goes_too(TestDatabase db) throws IOException {
        byte[] photo = Pictures.picture("png", 8, 8);
        Uploads uploads = uploads(db);
        disk.room = 1;
        assertThatThrownBy(() -> uploads.add("resident", photo)).isInstanceOf(UncheckedIOException.class);
        assertThat(disk.kept).hasSize(1);
        db.clock().forward(Duration.ofHours(25));
        uploads.discardUnused();
        assertThat(disk.kept).isEmpty();
    }

    @EachDatabase
    void however_many_photos_were_not_used_one_run_discards_them_all(TestDatabase db) throws IOException {
        byte[] photo = Pictures.picture("png", 8, 8);
        Uploads uploads = uploads(db);
        for (int i = 0; i < 130; i++) {
            uploads.add("resident", photo);
        }
        db.clock().forward(Duration.ofHours(25));
        uploads.discardUnused();
        assertThat(disk.kept).isEmpty();
    }
}
