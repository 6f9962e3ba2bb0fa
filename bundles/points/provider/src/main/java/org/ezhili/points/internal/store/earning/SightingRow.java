package org.ezhili.points.internal.store.earning;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.earning.Sighting;
import org.jspecify.annotations.Nullable;

/** What is known of a reported matter. An odd number of turns means that points were given, an even one that none are. */
@Entity
@Table(schema = "points", name = "matter")
class SightingRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "street")
    private String street;

    @Column(name = "category")
    private @Nullable String category;

    @Column(name = "reporter")
    private @Nullable String reporter;

    @Column(name = "accepted_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant acceptedAt;

    @Column(name = "closed_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant closedAt;

    @Column(name = "returned_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant returnedAt;

    @Column(name = "rejected_at")
    @Convert(converter = InstantAttribute.class)
    private @Nullable Instant rejectedAt;

    @Column(name = "accepted")
    private int accepted;

    @Column(name = "resolved")
    private int resolved;

    static SightingRow of(long matter, AreaCode street) {
        SightingRow row = new SightingRow();
        row.id = matter;
        row.street = street.digits();
        return row;
    }

    void reportedBy(String account, String ofCategory) {
        reporter = account;
        category = ofCategory;
    }

    void keep(Sighting sighting) {
        acceptedAt = sighting.accepted().orElse(null);
        closedAt = sighting.closed().orElse(null);
        returnedAt = sighting.returned().orElse(null);
        rejectedAt = sighting.rejected().orElse(null);
    }

    Sighting toDomain() {
        return new Sighting(
                Optional.ofNullable(acceptedAt),
                Optional.ofNullable(closedAt),
                Optional.ofNullable(returnedAt),
                Optional.ofNullable(rejectedAt));
    }

    long id() {
        return id;
    }

    AreaCode street() {
        return AreaCode.of(street);
    }

    String category() {
        return category == null ? "" : category;
    }

    Optional<String> reporter() {
        return Optional.ofNullable(reporter);
    }

    int accepted() {
        return accepted;
    }

    int resolved() {
        return resolved;
    }

    void turnAccepted() {
        accepted++;
    }

    void turnResolved() {
        resolved++;
    }
}
