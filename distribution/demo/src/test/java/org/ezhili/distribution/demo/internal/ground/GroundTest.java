package org.ezhili.distribution.demo.internal.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ezhili.grid.AreaDraft;
import org.ezhili.grid.AreaKind;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;

class GroundTest {

    private static final GeometryFactory SHAPES = new GeometryFactory();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Ground ground = new Ground(340_603);

    @Test
    void the_real_divisions_have_292_grids_and_five_buildings_each() {
        assertThat(count(AreaLevel.DISTRICT)).isEqualTo(1);
        assertThat(count(AreaLevel.STREET)).isEqualTo(10);
        assertThat(count(AreaLevel.COMMUNITY)).isEqualTo(88);
        assertThat(count(AreaLevel.GRID)).isEqualTo(292);
        assertThat(count(AreaLevel.BUILDING)).isBetween(1_300L, 1_460L);
        assertThat(ground.areas()).extracting(AreaDraft::code).doesNotHaveDuplicates();
    }

    @Test
    void the_grid_of_the_shown_worker_is_there() {
        assertThat(named("340603002001001")).isEqualTo("供电社区第一网格");
        assertThat(named("340603002")).isEqualTo("东街道");
        assertThat(named("340603002001")).isEqualTo("供电社区居民委员会");
    }

    @Test
    void some_grids_are_dedicated() {
        assertThat(ground.areas().stream().filter(area -> area.kind() == AreaKind.DEDICATED))
                .hasSizeBetween(5, 60);
    }

    @Test
    void parents_come_first() {
        Set<AreaCode> seen = new HashSet<>();
        for (AreaDraft area : ground.areas()) {
            area.code().parent().ifPresent(parent -> assertThat(seen).contains(parent));
            seen.add(area.code());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {340_603, 1, 2, 3, 99, -7})
    void every_tier_tiles_the_one_above_without_gap_or_overlap(long seed) {
        Ground made = new Ground(seed);
        Map<AreaCode, Geometry> shapes = shapes(made);
        assertThat(made.grids()).hasSize(292);
        shapes.forEach(
                (code, shape) -> assertThat(shape.isValid()).as(code.digits()).isTrue());
        shapes.forEach((code, shape) -> {
            List<Geometry> parts = shapes.entrySet().stream()
                    .filter(entry ->
                            entry.getKey().parent().filter(code::equals).isPresent())
                    .filter(entry -> entry.getKey().level() != AreaLevel.BUILDING)
                    .map(Map.Entry::getValue)
                    .toList();
            if (!parts.isEmpty()) {
                double sum = parts.stream().mapToDouble(Geometry::getArea).sum();
                assertThat(sum).isCloseTo(shape.getArea(), within(1e-14));
                Geometry union = org.locationtech.jts.operation.overlayng.CoverageUnion.union(
                        SHAPES.createGeometryCollection(parts.toArray(Geometry[]::new)));
                assertThat(union.norm().equalsExact(shape.norm()))
                        .as(code.digits())
                        .isTrue();
            }
        });
    }

    @Test
    void neighbours_share_the_very_same_points() {
        Map<AreaCode, Geometry> shapes = shapes(ground);
        List<Geometry> grids = ground.grids().stream().map(shapes::get).toList();
        for (Geometry grid : grids) {
            Set<Coordinate> own = new HashSet<>(List.of(grid.getCoordinates()));
            for (Geometry other : grids) {
                if (other != grid && other.getEnvelopeInternal().intersects(grid.getEnvelopeInternal())) {
                    for (Coordinate knot : other.getCoordinates()) {
                        if (grid.getBoundary().distance(SHAPES.createPoint(knot)) < 1e-9) {
                            assertThat(own).contains(knot);
                        }
                    }
                }
            }
        }
    }

    @Test
    void every_point_of_the_district_lies_in_exactly_one_grid() {
        Map<AreaCode, Geometry> shapes = shapes(ground);
        IndexedPointInAreaLocator district = new IndexedPointInAreaLocator(shapes.get(AreaCode.of("340603")));
        List<IndexedPointInAreaLocator> grids = ground.grids().stream()
                .map(shapes::get)
                .map(IndexedPointInAreaLocator::new)
                .toList();
        Random random = new Random(7);
        int inside = 0;
        for (int i = 0; i < 4_000; i++) {
            Coordinate point = new Coordinate(116.72 + random.nextDouble() * 0.14, 33.90 + random.nextDouble() * 0.12);
            long holding = grids.stream()
                    .filter(grid -> grid.locate(point) == Location.INTERIOR)
                    .count();
            boolean within = district.locate(point) == Location.INTERIOR;
            inside += within ? 1 : 0;
            assertThat(holding).isEqualTo(within ? 1 : 0);
        }
        assertThat(inside).isGreaterThan(2_000);
    }

    @Test
    void buildings_and_points_lie_in_their_grid() {
        Map<AreaCode, Geometry> shapes = shapes(ground);
        shapes.forEach((code, shape) -> {
            if (code.level() == AreaLevel.BUILDING) {
                assertThat(shapes.get(code.parent().orElseThrow()).covers(shape))
                        .as(code.digits())
                        .isTrue();
            }
        });
        Random random = new Random(3);
        for (AreaCode grid : ground.grids()) {
            double[] point = ground.pointIn(grid, random);
            assertThat(shapes.get(grid).contains(SHAPES.createPoint(new Coordinate(point[0], point[1]))))
                    .isTrue();
        }
    }

    @Test
    void grids_are_numbered_from_the_north_west() {
        Map<AreaCode, Geometry> shapes = shapes(ground);
        Map<AreaCode, List<AreaCode>> byCommunity = ground.grids().stream()
                .collect(Collectors.groupingBy(code -> code.parent().orElseThrow()));
        byCommunity.forEach((community, grids) -> {
            assertThat(grids).isSorted();
            Coordinate first = shapes.get(grids.get(0)).getCentroid().getCoordinate();
            Coordinate last =
                    shapes.get(grids.get(grids.size() - 1)).getCentroid().getCoordinate();
            assertThat(first.y > last.y || first.x < last.x)
                    .as(community.digits())
                    .isTrue();
        });
    }

    @Test
    void the_same_seed_gives_the_same_ground_and_another_seed_another() {
        assertThat(new Ground(340_603).areas()).isEqualTo(ground.areas());
        assertThat(new Ground(340_604).areas()).isNotEqualTo(ground.areas());
    }

    private long count(AreaLevel level) {
        return ground.areas().stream()
                .filter(area -> area.code().level() == level)
                .count();
    }

    private String named(String code) {
        return ground.areas().stream()
                .filter(area -> area.code().digits().equals(code))
                .findFirst()
                .orElseThrow()
                .name();
    }

    private static Map<AreaCode, Geometry> shapes(Ground ground) {
        Map<AreaCode, Geometry> shapes = new TreeMap<>();
        ground.areas()
                .forEach(area -> shapes.put(area.code(), shape(area.boundary().orElseThrow())));
        return shapes;
    }

    private static Geometry shape(String geoJson) {
        try {
            List<Coordinate> ring = new ArrayList<>();
            for (JsonNode point : JSON.readTree(geoJson).path("coordinates").path(0)) {
                ring.add(new Coordinate(point.path(0).asDouble(), point.path(1).asDouble()));
            }
            return SHAPES.createPolygon(ring.toArray(Coordinate[]::new));
        } catch (java.io.IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
