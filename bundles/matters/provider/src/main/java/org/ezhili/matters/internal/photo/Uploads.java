package org.ezhili.matters.internal.photo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.ezhili.matters.internal.store.PhotoStore;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.Ids;
import org.ezhili.platform.ProblemException;

/** Takes photos in, gives them out, and throws away those that nobody used. */
public final class Uploads {

    private static final Duration KEPT_UNUSED = Duration.ofHours(24);

    private final PhotoStore store;
    private final BlobStore blobs;
    private final Development development;
    private final Ids ids;
    private final Clock clock;

    public Uploads(PhotoStore store, BlobStore blobs, Development development, Ids ids, Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.development = development;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Keeps what is seen on the photo and nothing else of what was sent. The row comes first: after a crash before the content
     * it is an unused photo, which goes in a day, while content without a row would stay for ever.
     */
    public Photo add(String uploader, byte[] sent) {
        Development.Picture picture = development.develop(sent);
        Photo photo = new Photo(
                ids.next(),
                uploader,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                picture.mediaType(),
                picture.width(),
                picture.height(),
                Optional.empty());
        store.add(photo);
        try {
            blobs.put(photo.blob(), picture.content());
            blobs.put(photo.thumbnailBlob(), picture.thumbnail());
        } catch (IOException e) {
            throw new UncheckedIOException("photo " + photo.id() + " was not kept", e);
        }
        return photo;
    }

    public Optional<Photo> find(long id) {
        return store.find(id);
    }

    /** The bytes kept under the name of a photo that is there. */
    public byte[] content(String blob) {
        try (InputStream in = blobs.get(blob).orElseThrow(() -> ProblemException.of(404, "not-found"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(blob + " cannot be read", e);
        }
    }

    /** Deletes photos that were not used within a day. May be interrupted anywhere: the next run goes on. */
    public void discardUnused() {
        store.doom(clock.instant().minus(KEPT_UNUSED));
        for (List<Photo> some = store.doomed(); !some.isEmpty(); some = store.doomed()) {
            some.forEach(this::discard);
        }
    }

    private void discard(Photo photo) {
        try {
            blobs.delete(photo.blob());
            blobs.delete(photo.thumbnailBlob());
        } catch (IOException e) {
            throw new UncheckedIOException("photo " + photo.id() + " was not deleted", e);
        }
        store.forget(photo);
    }
}
