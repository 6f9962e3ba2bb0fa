package org.ezhili.distribution.benchmarks.micro;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.ezhili.grid.Area;
import org.ezhili.grid.AreaKind;
import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.grid.internal.geometry.BoundaryOutcome;
import org.ezhili.grid.internal.geometry.GeoJsonReader;
import org.ezhili.grid.internal.tree.AreaMap;
import org.ezhili.grid.internal.tree.TreeArea;
import org.ezhili.platform.AreaCode;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Which grid a point lies in, in a district cut into square grids of 40 corners. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Benchmark)
public class Locating {

    private static final int CORNERS = 10;
    private static final int POINTS = 4_096;
    private static final double WEST = 116.7;
    private static final double SOUTH = 33.9;
    private static final double DEGREES = 0.2;

    @Param({"292", "10000"})
    private int grids;

    private AreaMap map = AreaMap.EMPTY;
    private final double[] lons = new double[POINTS];
    private final double[] lats = new double[POINTS];
    private int at;

    @Setup
    public void build() {
        int columns = (int) Math.ceil(Math.sqrt(grids));
        double size = DEGREES / columns;
        List<TreeArea> areas = new ArrayList<>();
        for (int i = 0; i < grids; i++) {
            areas.add(area(i, WEST + i % columns * size, SOUTH + i / columns * size, size));
        }
        map = AreaMap.EMPTY.with(areas, 1);
        for (int i = 0; i < POINTS; i++) {
            int grid = (int) ((i * 2_654_435_761L) % grids);
            lons[i] = WEST + (grid % columns + 0.37) * size;
            lats[i] = SOUTH + (grid / columns + 0.61) * size;
        }
    }

    @Benchmark
    public Optional<TreeArea> locate() {
        at = (at + 1) % POINTS;
        return map.locate(lons[at], lats[at]);
    }

    private static TreeArea area(int number, double west, double south, double size) {
        String code = String.format(Locale.ROOT, "3406%02d%03d%03d%03d", 3, 1, number / 999 + 1, number % 999 + 1);
        Area area = new Area(AreaCode.of(code), "网格" + number, AreaKind.RESIDENTIAL);
        return new TreeArea(area, Optional.of(square(west, south, size)), LocalDate.of(2026, 1, 1), 1);
    }

    private static Boundary square(double west, double south, double size) {
        StringBuilder ring = new StringBuilder();
        for (int i = 0; i <= 4 * CORNERS; i++) {
            double along = i % CORNERS / (double) CORNERS * size;
            double[] point =
                    switch (i / CORNERS % 4) {
                        case 0 -> new double[] {west + along, south};
                        case 1 -> new double[] {west + size, south + along};
                        case 2 -> new double[] {west + size - along, south + size};
                        default -> new double[] {west, south + size - along};
                    };
            ring.append(i == 0 ? "[" : ",[")
                    .append(point[0])
                    .append(',')
                    .append(point[1])
                    .append(']');
        }
        BoundaryOutcome outcome = GeoJsonReader.read("{\"type\":\"Polygon\",\"coordinates\":[[" + ring + "]]}");
        if (outcome instanceof BoundaryOutcome.Fits fits) {
            return fits.boundary();
        }
        throw new IllegalStateException(outcome.toString());
    }
}
