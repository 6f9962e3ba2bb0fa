package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.activities.Activity;
import org.ezhili.points.internal.domain.activities.Shift;
import org.ezhili.points.internal.domain.activities.Spot;
import org.jspecify.annotations.Nullable;

/** An activity; only its cancellation is written later. */
@Entity
@Table(schema = "points", name = "activity")
class ActivityRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "area")
    private String area;

    @Column(name = "street")
    private String street;

    @Column(name = "title")
    private String title;

    @Column(name = "description")
    private String description;

    @Column(name = "category")
    private String category;

    @Column(name = "lon")
    private double lon;

    @Column(name = "lat")
    private double lat;

    @Column(name = "fence")
    private int fence;

    @Column(name = "state")
    private String state;

    @Column(name = "publisher")
    private String publisher;

    @Column(name = "published_at")
    @Convert(converter = InstantAttribute.class)
    private Instant publishedAt;

    /** When the last shift ends. */
    @Column(name = "ends_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant endsAt;

    @Column(name = "reason")
    private @Nullable String reason;

    static ActivityRow from(Activity activity) {
        ActivityRow row = new ActivityRow();
        row.id = activity.id();
        row.area = activity.area().digits();
        row.street = activity.street().digits();
        row.title = activity.title();
        row.description = activity.description();
        row.category = activity.category();
        row.lon = activity.spot().lon();
        row.lat = activity.spot().lat();
        row.fence = activity.fence();
        row.state = "published";
        row.publisher = activity.publisher();
        row.publishedAt = activity.publishedAt();
        row.endsAt = activity.shifts().stream()
                .map(Shift::endsAt)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return row;
    }

    long id() {
        return id;
    }

    Activity toDomain(List<Shift> shifts) {
        return new Activity(
                id,
                AreaCode.of(area),
                title,
                description,
                category,
                new Spot(lon, lat),
                fence,
                publisher,
                publishedAt,
                Optional.ofNullable(reason),
                shifts);
    }
}
