package org.ezhili.grid.internal.store;

import java.io.Serializable;
import java.time.LocalDate;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.ezhili.grid.Area;
import org.ezhili.grid.AreaKind;
import org.ezhili.grid.internal.tree.PastArea;
import org.ezhili.platform.AreaCode;
import org.jspecify.annotations.Nullable;

/** What an area was in an earlier version. Never changed. */
@Entity(name = "GridAreaHistory")
@Table(schema = "grid", name = "area_history")
@IdClass(AreaHistoryRow.Key.class)
class AreaHistoryRow {

    /** Which version of which area. */
    static final class Key implements Serializable {

        private String code = "";
        private int version;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.code.equals(code) && key.version == version;
        }

        @Override
        public int hashCode() {
            return 31 * code.hashCode() + version;
        }
    }

    @Id
    @Column(name = "code")
    private String code;

    @Id
    @Column(name = "version")
    private int version;

    @Column(name = "name")
    private String name;

    @Column(name = "kind")
    private String kind;

    @Lob
    @Column(name = "boundary")
    private @Nullable String boundary;

    @Column(name = "square_metres")
    private @Nullable Double squareMetres;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_to")
    private LocalDate validTo;

    protected AreaHistoryRow() {}

    AreaHistoryRow(
            String code,
            int version,
            String name,
            String kind,
            @Nullable String boundary,
            @Nullable Double squareMetres,
            LocalDate validFrom,
            LocalDate validTo) {
        this.code = code;
        this.version = version;
        this.name = name;
        this.kind = kind;
        this.boundary = boundary;
        this.squareMetres = squareMetres;
        this.validFrom = validFrom;
        this.validTo = validTo;
    }

    PastArea toDomain() {
        return new PastArea(
                new Area(AreaCode.of(code), name, AreaKind.valueOf(kind)),
                AreaRow.shape(code, boundary),
                validFrom,
                validTo);
    }
}
