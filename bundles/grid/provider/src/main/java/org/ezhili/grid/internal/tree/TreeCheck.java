package org.ezhili.grid.internal.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.grid.internal.geometry.Tiling;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;

/**
 * What is wrong with the boundaries in a part of the tree.
 *
 * @param overlaps grids that share ground
 * @param gaps communities with ground that belongs to no grid
 * @param missing grids without a boundary
 */
public record TreeCheck(List<Tiling.Overlap> overlaps, List<Tiling.Gap> gaps, List<AreaCode> missing) {

    /** Findings of each sort, at most. */
    public static final int MOST = 1_000;

    /** Checks the grids of {@code within} against each other and against their neighbours outside. */
    public static TreeCheck of(AreaMap map, AreaCode within) {
        List<AreaCode> missing = map.within(within)
                .filter(AreaMap::isTile)
                .filter(area -> area.boundary().isEmpty())
                .limit(MOST)
                .map(TreeArea::code)
                .toList();
        return new TreeCheck(
                Tiling.overlaps(map.tiles(), within::contains, MOST), gaps(map, map.within(within)), missing);
    }

    /** Checks what changed boundaries have to do with: the grids among them, and the communities that they are or lie in. */
    public static TreeCheck ofTouched(AreaMap map, Set<AreaCode> touched) {
        Set<AreaCode> communities = new TreeSet<>();
        touched.forEach(code -> code.at(AreaLevel.COMMUNITY).ifPresent(communities::add));
        Stream<TreeArea> areas = communities.stream().map(map::find).flatMap(Optional::stream);
        return new TreeCheck(Tiling.overlaps(map.tiles(), touched::contains, MOST), gaps(map, areas), List.of());
    }

    private static List<Tiling.Gap> gaps(AreaMap map, Stream<TreeArea> areas) {
        List<Tiling.Gap> gaps = new ArrayList<>();
        areas.filter(area -> area.code().level() == AreaLevel.COMMUNITY)
                .forEach(area -> area.boundary().ifPresent(whole -> {
                    List<Boundary> tiles = map.within(area.code())
                            .filter(AreaMap::isTile)
                            .map(TreeArea::boundary)
                            .flatMap(Optional::stream)
                            .toList();
                    double gap = Tiling.gap(whole, tiles);
                    if (gap > 0) {
                        gaps.add(new Tiling.Gap(area.code(), gap));
                    }
                }));
        return gaps.subList(0, Math.min(gaps.size(), MOST));
    }
}
