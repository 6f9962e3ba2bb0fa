package org.ezhili.grid.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.grid.internal.tree.AreaMap;
import org.ezhili.grid.internal.tree.TreeArea;
import org.ezhili.platform.AreaCode;
import org.jspecify.annotations.Nullable;

/**
 * An area on the wire.
 *
 * @param parent absent for a district
 * @param children how many areas are directly below
 * @param centre a point inside; null without a boundary
 * @param squareMetres null without a boundary
 * @param since first day on which the area is as it is
 * @param lineage from the district down to the area itself; only where one area is asked for
 */
public record AreaJson(
        String code,
        String name,
        String level,
        String kind,
        @Nullable String parent,
        int children,
        @Nullable CentreJson centre,
        @Nullable Long squareMetres,
        String since,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<StepJson> lineage) {

    /** A point in WGS 84 degrees. */
    public record CentreJson(double lon, double lat) {}

    /** One area on the way down from the district. */
    public record StepJson(String code, String name, String level) {

        static StepJson of(TreeArea area) {
            return new StepJson(area.code().digits(), area.area().name(), levelWord(area.code()));
        }
    }

    static AreaJson of(AreaMap map, TreeArea area) {
        return of(map, area, null);
    }

    static AreaJson withLineage(AreaMap map, TreeArea area) {
        return of(map, area, lineage(map, area.code()));
    }

    static List<StepJson> lineage(AreaMap map, AreaCode code) {
        return map.lineage(code).stream().map(StepJson::of).toList();
    }

    static String levelWord(AreaCode code) {
        return code.level().name().toLowerCase(Locale.ROOT);
    }

    private static AreaJson of(AreaMap map, TreeArea area, @Nullable List<StepJson> lineage) {
        return new AreaJson(
                area.code().digits(),
                area.area().name(),
                levelWord(area.code()),
                area.area().kind().word(),
                area.code().parent().map(AreaCode::digits).orElse(null),
                map.children(area.code()).size(),
                area.boundary()
                        .map(Boundary::centre)
                        .map(point -> new CentreJson(point.lon(), point.lat()))
                        .orElse(null),
                area.boundary()
                        .map(boundary -> Math.round(boundary.squareMetres()))
                        .orElse(null),
                area.since().toString(),
                lineage);
    }
}
