package org.ezhili.matters.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.matters.internal.photo.Photo;
import org.ezhili.platform.persistence.InstantAttribute;
import org.jspecify.annotations.Nullable;

/** What is known of a photo; its content is in the blob store. */
@Entity
@Table(schema = "matters", name = "photo")
class PhotoRow {

    static final String UNUSED = "unused";
    static final String USED = "used";
    static final String DOOMED = "doomed";

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "uploader")
    private String uploader;

    @Column(name = "uploaded_at")
    @Convert(converter = InstantAttribute.class)
    private Instant uploadedAt;

    @Column(name = "media_type")
    private String mediaType;

    @Column(name = "width")
    private int width;

    @Column(name = "height")
    private int height;

    @Column(name = "fate")
    private String fate;

    @Column(name = "matter_id")
    private @Nullable Long matter;

    static PhotoRow from(Photo photo) {
        PhotoRow row = new PhotoRow();
        row.id = photo.id();
        row.uploader = photo.uploader();
        row.uploadedAt = photo.uploadedAt();
        row.mediaType = photo.mediaType();
        row.width = photo.width();
        row.height = photo.height();
        row.fate = UNUSED;
        return row;
    }

    Photo toDomain() {
        return new Photo(id, uploader, uploadedAt, mediaType, width, height, Optional.ofNullable(matter));
    }
}
