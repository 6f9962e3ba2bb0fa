package org.ezhili.points.internal.store.rewards;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.persistence.InstantAttribute;

/** A picture that somebody sent for a reward. */
@Entity
@Table(schema = "points", name = "picture")
class PictureRow {

    /** Since when it is nobody's any more: no clock comes so early, and no reward can choose it again. */
    static final Instant DOOMED = Instant.EPOCH;

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "uploader")
    private String uploader;

    @Column(name = "width")
    private int width;

    @Column(name = "height")
    private int height;

    @Column(name = "chosen_at")
    @Convert(converter = InstantAttribute.class)
    private Instant chosenAt;

    static PictureRow from(Picture picture, String uploader, Instant now) {
        PictureRow row = new PictureRow();
        row.id = picture.id();
        row.uploader = uploader;
        row.width = picture.width();
        row.height = picture.height();
        row.chosenAt = now;
        return row;
    }

    Picture toDomain() {
        return new Picture(id, width, height);
    }
}
