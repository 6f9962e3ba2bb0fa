package org.ezhili.matters.internal.photo;

import java.time.Instant;
import java.util.Optional;

/**
 * A photo that was uploaded.
 *
 * @param mediaType {@code image/jpeg} or {@code image/png}
 * @param width in pixels, as it is kept
 * @param height in pixels, as it is kept
 * @param matter that it belongs to; empty until it is used
 */
public record Photo(
        long id, String uploader, Instant uploadedAt, String mediaType, int width, int height, Optional<Long> matter) {

    /** Name of the content in the blob store. */
    public String blob() {
        return "matters/photos/" + id;
    }

    /** Name of the thumbnail, always a JPEG, in the blob store. */
    public String thumbnailBlob() {
        return blob() + ".thumbnail";
    }
}
