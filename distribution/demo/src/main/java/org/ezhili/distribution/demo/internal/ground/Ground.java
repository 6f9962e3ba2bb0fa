package org.ezhili.distribution.demo.internal.ground;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ezhili.distribution.demo.internal.ground.Sharing.Claim;
import org.ezhili.grid.AreaDraft;
import org.ezhili.grid.AreaKind;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;

/**
 * The ground of the demo district: the real divisions on made-up land, cut into 292 grids that tile their communities, with five
 * buildings each. The same seed gives the same ground.
 */
public final class Ground {

    private static final int BUILDINGS_PER_GRID = 5;
    private static final double VILLAGE_ACRES = 2.0;
    private static final int ONE_DEDICATED_OF = 12;

    /** From the villages in the north-west to the development zone in the south-east, about as they lie. */
    private static final List<String> STREETS_AS_THEY_LIE =
            List.of("100", "010", "008", "009", "003", "001", "002", "005", "011", "400");

    private final Mesh mesh;
    private final Map<AreaCode, Division> divisions = new LinkedHashMap<>();
    private final Map<AreaCode, Plot> plots = new LinkedHashMap<>();
    private final List<AreaDraft> areas = new ArrayList<>();
    private final List<AreaCode> grids = new ArrayList<>();

    public Ground(long seed) {
        Random random = new Random(seed);
        this.mesh = new Mesh(random);
        Division.all().forEach(division -> divisions.put(division.code(), division));
        Map<AreaCode, Integer> counts = GridCounts.of(at(AreaLevel.COMMUNITY), random);
        Division district = at(AreaLevel.DISTRICT).get(0);
        put(district, Plot.ALL);
        shareStreets(district, counts).forEach((street, plot) -> {
            put(street, plot);
            Sharing.of(plot, communityClaims(street, counts)).forEach((community, ground) -> {
                put(community, ground);
                cutGrids(community, ground, counts.getOrDefault(community.code(), 1), random);
            });
        });
    }

    /** All areas, those above before those below. */
    public List<AreaDraft> areas() {
        return List.copyOf(areas);
    }

    /** Codes of the grids. */
    public List<AreaCode> grids() {
        return List.copyOf(grids);
    }

    public List<Division> at(AreaLevel level) {
        return divisions.values().stream()
                .filter(division -> division.code().level() == level)
                .toList();
    }

    public Division division(AreaCode code) {
        return Optional.ofNullable(divisions.get(code)).orElseThrow();
    }

    /** Longitude and latitude of some point inside a grid. */
    public double[] pointIn(AreaCode grid, Random random) {
        return Optional.ofNullable(plots.get(grid)).orElseThrow().point(mesh, random);
    }

    private Map<Division, Plot> shareStreets(Division district, Map<AreaCode, Integer> counts) {
        List<Claim<Division>> claims = STREETS_AS_THEY_LIE.stream()
                .map(end -> division(AreaCode.of(district.code().digits() + end)))
                .map(street -> {
                    List<Claim<Division>> below = communityClaims(street, counts);
                    return new Claim<>(
                            street,
                            below.stream().mapToDouble(Claim::weight).sum(),
                            below.stream().mapToInt(Claim::grids).sum());
                })
                .toList();
        return Sharing.of(Plot.ALL, claims);
    }

    private List<Claim<Division>> communityClaims(Division street, Map<AreaCode, Integer> counts) {
        return at(AreaLevel.COMMUNITY).stream()
                .filter(community -> street.code().contains(community.code()))
                .map(community -> {
                    int count = counts.getOrDefault(community.code(), 1);
                    return new Claim<>(community, count * (community.isVillage() ? VILLAGE_ACRES : 1.0), count);
                })
                .toList();
    }

    /** Numbers the grids of a community as the rule says: from west to east, row by row from the north. */
    private void cutGrids(Division community, Plot ground, int count, Random random) {
        List<Claim<Integer>> claims = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            claims.add(new Claim<>(i, 0.85 + random.nextDouble() * 0.3, 1));
        }
        List<Plot> cut = new ArrayList<>(Sharing.of(ground, claims).values());
        cut.sort(Comparator.comparingInt((Plot plot) -> row(plot, ground)).thenComparingInt(Plot::west));
        for (int number = 1; number <= count; number++) {
            Plot plot = cut.get(number - 1);
            AreaCode code = AreaCode.of(String.format(Locale.ROOT, "%s%03d", community.code(), number));
            boolean dedicated = number > 1 && random.nextInt(ONE_DEDICATED_OF) == 0;
            String name = dedicated
                    ? GridNames.dedicated(community, random.nextInt(100))
                    : GridNames.residential(community, number);
            grids.add(code);
            put(code, name, dedicated ? AreaKind.DEDICATED : AreaKind.RESIDENTIAL, plot);
            build(code, plot, random);
        }
    }

    /** Plots whose middles are less than a third of the community apart stand in one row. */
    private static int row(Plot plot, Plot ground) {
        double fromNorth = ground.north() - (plot.north() + plot.south()) / 2.0;
        return (int) (fromNorth * 3 / ground.height());
    }

    private void build(AreaCode grid, Plot plot, Random random) {
        int cells = plot.cells();
        for (int number = 1; number <= Math.min(BUILDINGS_PER_GRID, cells); number++) {
            int cell = (number - 1) * cells / BUILDINGS_PER_GRID;
            double[] middle = Plot.inCell(
                    mesh,
                    plot.west() + cell % plot.width(),
                    plot.south() + cell / plot.width(),
                    0.4 + random.nextDouble() * 0.2,
                    0.4 + random.nextDouble() * 0.2);
            areas.add(new AreaDraft(
                    AreaCode.of(String.format(Locale.ROOT, "%s%03d", grid, number)),
                    GridNames.building(number),
                    AreaKind.BUILDING,
                    Optional.of(footprint(middle[0], middle[1]))));
        }
    }

    /** About 40 m by 13 m. */
    private static String footprint(double lon, double lat) {
        double east = 0.00022;
        double north = 0.00006;
        return Plot.polygon(List.of(
                Mesh.position(lon - east, lat - north),
                Mesh.position(lon + east, lat - north),
                Mesh.position(lon + east, lat + north),
                Mesh.position(lon - east, lat + north),
                Mesh.position(lon - east, lat - north)));
    }

    private void put(Division division, Plot plot) {
        put(division.code(), division.name(), AreaKind.DIVISION, plot);
    }

    private void put(AreaCode code, String name, AreaKind kind, Plot plot) {
        plots.put(code, plot);
        areas.add(new AreaDraft(code, name, kind, Optional.of(plot.boundary(mesh))));
    }
}
