package org.ezhili.points.internal.store.earning;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.AwardOutcome;
import org.ezhili.points.AwardOutcome.Awarded;
import org.ezhili.points.AwardOutcome.Nothing;
import org.ezhili.points.AwardOutcome.Reason;
import org.ezhili.points.Occasion;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.internal.domain.earning.Earned;
import org.jspecify.annotations.Nullable;

/** One occasion to earn and what came of it. */
@Entity
@Table(schema = "points", name = "occasion")
class OccasionRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "kind")
    private String kind;

    @Column(name = "source")
    private String source;

    @Column(name = "category")
    private String category;

    @Column(name = "owner")
    private String owner;

    @Column(name = "street")
    private String street;

    @Column(name = "quantity")
    private long quantity;

    @Column(name = "happened_at")
    @Convert(converter = InstantAttribute.class)
    private Instant at;

    @Column(name = "happened_on")
    private Date on;

    @Column(name = "rule_version")
    private int ruleVersion;

    @Column(name = "points")
    private long points;

    @Column(name = "reason")
    private @Nullable String reason;

    static OccasionRow from(long id, Occasion occasion, LocalDate day, int ruleVersion, AwardOutcome outcome) {
        OccasionRow row = new OccasionRow();
        row.id = id;
        row.kind = occasion.kind().word();
        row.source = occasion.source();
        row.category = occasion.category();
        row.owner = occasion.owner();
        row.street = occasion.street().digits();
        row.quantity = occasion.quantity();
        row.at = occasion.at();
        row.on = Date.valueOf(day);
        row.ruleVersion = ruleVersion;
        row.points = outcome instanceof Awarded awarded ? awarded.points() : 0;
        row.reason = outcome instanceof Nothing nothing ? nothing.reason().name() : null;
        return row;
    }

    /** An occasion that was withdrawn before it was heard of. */
    static OccasionRow withdrawn(long id, OccasionKind kind, String source, Instant at, LocalDate day) {
        OccasionRow row = new OccasionRow();
        row.id = id;
        row.kind = kind.word();
        row.source = source;
        row.category = "";
        row.owner = "";
        row.street = "";
        row.quantity = 0;
        row.at = at;
        row.on = Date.valueOf(day);
        row.reason = Reason.WITHDRAWN.name();
        return row;
    }

    void withdraw() {
        points = 0;
        reason = Reason.WITHDRAWN.name();
    }

    boolean isWithdrawn() {
        return Reason.WITHDRAWN.name().equals(reason);
    }

    long id() {
        return id;
    }

    String kind() {
        return kind;
    }

    String source() {
        return source;
    }

    String owner() {
        return owner;
    }

    AreaCode street() {
        return AreaCode.of(street);
    }

    long points() {
        return points;
    }

    LocalDate day() {
        return on.toLocalDate();
    }

    AwardOutcome outcome() {
        return reason == null ? new Awarded(points) : new Nothing(Reason.valueOf(reason));
    }

    Earned earned() {
        return new Earned(OccasionKind.ofWord(kind).orElseThrow(), category, on.toLocalDate(), points);
    }

    Occasion toDomain() {
        return new Occasion(
                OccasionKind.ofWord(kind).orElseThrow(), category, owner, AreaCode.of(street), quantity, at, source);
    }
}
