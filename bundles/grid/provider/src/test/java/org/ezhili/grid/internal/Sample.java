package org.ezhili.grid.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ezhili.grid.AreaDraft;
import org.ezhili.grid.AreaKind;
import org.ezhili.platform.AreaCode;

/** A small district: one street, two communities of 0.02° side by side, each cut into 2 × 2 grids. */
public final class Sample {

    public static final AreaCode DISTRICT = AreaCode.of("340603");
    public static final AreaCode STREET = AreaCode.of("340603002");
    public static final AreaCode WEST = AreaCode.of("340603002001");
    public static final AreaCode EAST = AreaCode.of("340603002002");

    private Sample() {}

    public static List<AreaDraft> district() {
        List<AreaDraft> areas = new ArrayList<>();
        areas.add(new AreaDraft(DISTRICT, "相山区", AreaKind.DIVISION, Optional.empty()));
        areas.add(new AreaDraft(STREET, "东街道", AreaKind.DIVISION, Optional.empty()));
        community(areas, WEST, "供电社区", 116.80);
        community(areas, EAST, "幸福社区", 116.82);
        return areas;
    }

    private static void community(List<AreaDraft> areas, AreaCode code, String name, double lon) {
        areas.add(new AreaDraft(code, name, AreaKind.DIVISION, Optional.of(square(lon, 33.90, 0.02))));
        for (int i = 0; i < 4; i++) {
            areas.add(new AreaDraft(
                    AreaCode.of(code.digits() + "00" + (i + 1)),
                    name + "网格" + (i + 1),
                    AreaKind.RESIDENTIAL,
                    Optional.of(square(lon + i % 2 * 0.01, 33.90 + i / 2 * 0.01, 0.01))));
        }
    }

    public static String square(double lon, double lat, double side) {
        return box(lon, lat, lon + side, lat + side);
    }

    public static String box(double west, double south, double east, double north) {
        return String.format(
                Locale.ROOT,
                "{\"type\":\"Polygon\",\"coordinates\":[[[%1$.7f,%2$.7f],[%3$.7f,%2$.7f],[%3$.7f,%4$.7f],[%1$.7f,%4$.7f],"
                        + "[%1$.7f,%2$.7f]]]}",
                west,
                south,
                east,
                north);
    }
}
