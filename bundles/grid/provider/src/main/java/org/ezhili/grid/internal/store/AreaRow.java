package org.ezhili.grid.internal.store;

import java.time.LocalDate;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.ezhili.grid.Area;
import org.ezhili.grid.AreaKind;
import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.grid.internal.geometry.BoundaryOutcome;
import org.ezhili.grid.internal.geometry.GeoJsonReader;
import org.ezhili.grid.internal.tree.TreeArea;
import org.ezhili.platform.AreaCode;
import org.jspecify.annotations.Nullable;

/** One area as it is today. Level, parent, size and centre follow from code and boundary; they stand here for reports. */
@Entity(name = "GridArea")
@Table(schema = "grid", name = "area")
class AreaRow {

    @Id
    @Column(name = "code")
    private String code;

    @Column(name = "name")
    private String name;

    @Column(name = "area_level")
    private String level;

    @Column(name = "kind")
    private String kind;

    @Column(name = "parent")
    private String parent;

    @Lob
    @Column(name = "boundary")
    private @Nullable String boundary;

    @Column(name = "square_metres")
    private @Nullable Double squareMetres;

    @Column(name = "centre_lon")
    private @Nullable Double centreLon;

    @Column(name = "centre_lat")
    private @Nullable Double centreLat;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "version")
    private int version;

    @Column(name = "change_number")
    private long changeNumber;

    protected AreaRow() {}

    static AreaRow from(TreeArea area, long changeNumber) {
        AreaRow row = new AreaRow();
        row.code = area.code().digits();
        row.level = area.code().level().name();
        row.parent = area.code().parent().map(AreaCode::digits).orElse("");
        row.take(area, changeNumber);
        return row;
    }

    /** Becomes the next version of the same area. */
    final void take(TreeArea area, long number) {
        name = area.area().name();
        kind = area.area().kind().name();
        boundary = area.boundary().map(Boundary::geoJson).orElse(null);
        squareMetres = area.boundary().map(Boundary::squareMetres).orElse(null);
        centreLon = area.boundary().map(found -> found.centre().lon()).orElse(null);
        centreLat = area.boundary().map(found -> found.centre().lat()).orElse(null);
        validFrom = area.since();
        version = area.version();
        changeNumber = number;
    }

    AreaHistoryRow closed(LocalDate until) {
        return new AreaHistoryRow(code, version, name, kind, boundary, squareMetres, validFrom, until);
    }

    TreeArea toDomain() {
        return new TreeArea(
                new Area(AreaCode.of(code), name, AreaKind.valueOf(kind)), shape(code, boundary), validFrom, version);
    }

    /** A boundary that was valid when it was written. */
    static Optional<Boundary> shape(String code, @Nullable String geoJson) {
        if (geoJson == null) {
            return Optional.empty();
        }
        if (GeoJsonReader.read(geoJson) instanceof BoundaryOutcome.Fits fits) {
            return Optional.of(fits.boundary());
        }
        throw new IllegalStateException("the boundary of area " + code + " in the database is not valid");
    }
}
