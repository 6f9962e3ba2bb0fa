package org.ezhili.platform.modules.internal.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.modules.internal.domain.settings.Picture;
import org.ezhili.platform.persistence.InstantAttribute;

@Entity
@Table(schema = "modules", name = "picture")
class PictureRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "area")
    private String area;

    @Column(name = "width")
    private int width;

    @Column(name = "height")
    private int height;

    @Column(name = "used")
    private boolean used;

    @Column(name = "made_at")
    @Convert(converter = InstantAttribute.class)
    private Instant madeAt;

    protected PictureRow() {}

    static PictureRow from(Picture picture) {
        PictureRow row = new PictureRow();
        row.id = picture.id();
        row.area = picture.area().digits();
        row.width = picture.width();
        row.height = picture.height();
        row.madeAt = picture.madeAt();
        return row;
    }

    Picture toDomain() {
        return new Picture(id, AreaCode.of(area), width, height, madeAt);
    }
}
