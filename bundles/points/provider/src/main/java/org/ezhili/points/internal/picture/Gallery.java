package org.ezhili.points.internal.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.Ids;
import org.ezhili.points.internal.store.rewards.Picture;
import org.ezhili.points.internal.store.rewards.Pictures;

/** Takes pictures of rewards in, gives them out, and throws away those that no reward shows. */
public final class Gallery {

    private static final Duration KEPT_UNUSED = Duration.ofHours(24);

    private final Pictures pictures;
    private final BlobStore blobs;
    private final Ids ids;
    private final Clock clock;
    private final Shrinking shrinking = new Shrinking();

    public Gallery(Pictures pictures, BlobStore blobs, Ids ids, Clock clock) {
        this.pictures = pictures;
        this.blobs = blobs;
        this.ids = ids;
        this.clock = clock;
    }

    /** The row comes first: after a crash before the content it goes in a day, while content without a row would stay for ever. */
    public Picture add(String uploader, byte[] sent) {
        Shrinking.Shrunk shrunk = shrinking.shrink(sent);
        Picture picture = new Picture(ids.next(), shrunk.width(), shrunk.height());
        pictures.add(picture, uploader, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        try {
            blobs.put(picture.blob(), shrunk.content());
            blobs.put(picture.smallBlob(), shrunk.small());
        } catch (IOException e) {
            throw new UncheckedIOException("picture " + picture.id() + " was not kept", e);
        }
        return picture;
    }

    /** The bytes of a JPEG; empty when there are none. */
    public Optional<byte[]> content(String blob) {
        try (InputStream in = blobs.get(blob).orElse(null)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(blob + " cannot be read", e);
        }
    }

    /** Deletes what no reward shows. May be interrupted anywhere: the next run goes on. */
    public void discardUnused() {
        for (Picture picture : pictures.unused(clock.instant().minus(KEPT_UNUSED))) {
            try {
                blobs.delete(picture.blob());
                blobs.delete(picture.smallBlob());
            } catch (IOException e) {
                throw new UncheckedIOException("picture " + picture.id() + " was not deleted", e);
            }
            pictures.forget(picture);
        }
    }
}
