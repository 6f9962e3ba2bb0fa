package org.ezhili.platform.modules.internal.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.Ids;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.modules.internal.domain.settings.Picture;
import org.ezhili.platform.modules.internal.domain.settings.Scope;
import org.ezhili.platform.modules.internal.store.PictureStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Pictures for settings, such as a street's logo: sent first, then named in the settings. Thread-safe. */
@Component(service = Pictures.class)
public final class Pictures {

    /** What may be sent, in bytes. */
    public static final int LARGEST = 2 << 20;

    private static final Duration KEPT_UNUSED = Duration.ofHours(24);

    private final PictureStore store;
    private final BlobStore blobs;
    private final Ids ids;
    private final Clock clock;
    private final Easel easel = new Easel();

    @Activate
    public Pictures(
            @Reference PictureStore store, @Reference BlobStore blobs, @Reference Ids ids, @Reference Clock clock) {
        this.store = store;
        this.blobs = blobs;
        this.ids = ids;
        this.clock = clock;
    }

    /** Keeps a picture for the settings of {@code area}. The row comes first: without content it goes in a day. */
    public Picture add(AreaCode area, byte[] sent) {
        Easel.Painted painted = easel.paint(sent);
        Picture picture = new Picture(
                ids.next(),
                area,
                painted.width(),
                painted.height(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        store.add(picture);
        try {
            blobs.put(picture.blob(), painted.png());
        } catch (IOException full) {
            throw new UncheckedIOException("picture " + picture.id() + " was not kept", full);
        }
        return picture;
    }

    /** The PNG of this id. */
    public byte[] png(String id) {
        Picture picture = find(id).orElseThrow(() -> ProblemException.of(404, "not-found"));
        try (InputStream in = blobs.get(picture.blob()).orElseThrow(() -> ProblemException.of(404, "not-found"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(picture.blob() + " cannot be read", e);
        }
    }

    /** Whether the settings of {@code area} may show it: sent for the same street or for the whole district. */
    boolean isFor(AreaCode area, String id) {
        return find(id).filter(picture -> Scope.layers(area).contains(picture.area()))
                .isPresent();
    }

    /** Deletes pictures that were not named by any settings within a day. May be interrupted anywhere. */
    public void discardUnused() {
        for (Picture picture : store.unused(clock.instant().minus(KEPT_UNUSED))) {
            if (store.forget(picture)) {
                try {
                    blobs.delete(picture.blob());
                } catch (IOException left) {
                    throw new UncheckedIOException(picture.blob() + " was not deleted", left);
                }
            }
        }
    }

    private Optional<Picture> find(String id) {
        return id.matches("[0-9]{1,18}") ? store.find(Long.parseLong(id)) : Optional.empty();
    }
}
