package org.ezhili.grid.internal.tree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ezhili.grid.AreaKind;
import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;

/**
 * The whole tree at one moment, in memory. Immutable, so a reader that holds one sees one state from beginning to end. Codes sort
 * so that everything inside an area directly follows it.
 */
public final class AreaMap {

    public static final AreaMap EMPTY = new AreaMap(-1, new TreeMap<>(), Map.of());

    private final long number;
    private final NavigableMap<AreaCode, TreeArea> areas;
    private final Map<AreaCode, List<AreaCode>> children;
    private final List<AreaCode> roots;
    private final Map<AreaCode, Boundary> tiles;
    private final GridIndex grids;

    private AreaMap(long number, NavigableMap<AreaCode, TreeArea> areas, Map<AreaCode, GridIndex.Grid> known) {
        this.number = number;
        this.areas = areas;
        this.children = new HashMap<>();
        this.roots = new ArrayList<>();
        for (AreaCode code : areas.keySet()) {
            code.parent()
                    .filter(areas::containsKey)
                    .map(parent -> children.computeIfAbsent(parent, key -> new ArrayList<>()))
                    .orElse(roots)
                    .add(code);
        }
        this.tiles = tiles(areas.values());
        this.grids = GridIndex.of(tiles, known);
    }

    /** This tree with some areas put in or replaced, as of change {@code number}. */
    public AreaMap with(Collection<TreeArea> changed, long number) {
        NavigableMap<AreaCode, TreeArea> next = new TreeMap<>(areas);
        changed.forEach(area -> next.put(area.code(), area));
        return new AreaMap(number, next, grids.byCode());
    }

    /** The last change that this tree contains; -1 before the first reading. */
    public long number() {
        return number;
    }

    public int size() {
        return areas.size();
    }

    public Optional<TreeArea> find(AreaCode code) {
        return Optional.ofNullable(areas.get(code));
    }

    /** Codes directly below {@code parent}, in order. */
    public List<AreaCode> children(AreaCode parent) {
        return Collections.unmodifiableList(children.getOrDefault(parent, List.of()));
    }

    /** Codes that have no area above them in this tree, in order. */
    public List<AreaCode> roots() {
        return Collections.unmodifiableList(roots);
    }

    /** The area and all that lies in it, in the order of codes. */
    public Stream<TreeArea> within(AreaCode area) {
        return areas.tailMap(area, true).values().stream().takeWhile(found -> area.contains(found.code()));
    }

    /** From the district down to {@code code}; empty when there is no such area. */
    public List<TreeArea> lineage(AreaCode code) {
        List<TreeArea> found = new ArrayList<>();
        for (Optional<TreeArea> area = find(code);
                area.isPresent();
                area = area.get().code().parent().flatMap(this::find)) {
            found.add(0, area.get());
        }
        return found;
    }

    /** The grid at a point: of several that touch it the one with the lowest code. */
    public Optional<TreeArea> locate(double lon, double lat) {
        return grids.at(lon, lat).flatMap(this::find);
    }

    /** Boundaries of the grids that tile the communities. */
    public Map<AreaCode, Boundary> tiles() {
        return Collections.unmodifiableMap(tiles);
    }

    /** Whether this area is one of the tiles that cover a community: a micro grid is a part of such a tile. */
    public static boolean isTile(TreeArea area) {
        return area.code().level() == AreaLevel.GRID && area.area().kind() != AreaKind.MICRO;
    }

    private static Map<AreaCode, Boundary> tiles(Collection<TreeArea> areas) {
        Map<AreaCode, Boundary> tiles = new HashMap<>();
        areas.stream().filter(AreaMap::isTile).forEach(area -> area.boundary()
                .ifPresent(boundary -> tiles.put(area.code(), boundary)));
        return tiles;
    }
}
