package org.ezhili.grid.internal.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ezhili.grid.internal.Sample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GeoJsonReaderTest {

    private static final String SQUARE =
            polygon("[[116.8,33.9],[116.81,33.9],[116.81,33.91],[116.8,33.91],[116.8,33.9]]");

    @Test
    void a_polygon_is_kept_as_it_came() {
        assertThat(fits(SQUARE).geoJson()).isEqualTo(SQUARE);
    }

    @Test
    void a_ring_the_wrong_way_round_is_turned() {
        String clockwise = polygon("[[116.8,33.9],[116.8,33.91],[116.81,33.91],[116.81,33.9],[116.8,33.9]]");

        assertThat(fits(clockwise).sameAs(fits(SQUARE))).isTrue();
    }

    @Test
    void where_a_ring_starts_makes_no_difference() {
        String turned = polygon("[[116.81,33.9],[116.81,33.91],[116.8,33.91],[116.8,33.9],[116.81,33.9]]");

        assertThat(fits(turned).sameAs(fits(SQUARE))).isTrue();
    }

    @Test
    void a_height_is_left_out() {
        String high = polygon("[[116.8,33.9,31],[116.81,33.9,31],[116.81,33.91,30],[116.8,33.91,30],[116.8,33.9,31]]");

        assertThat(fits(high).geoJson()).isEqualTo(SQUARE);
    }

    @Test
    void a_multi_polygon_with_a_hole_survives_the_way_there_and_back() {
        String text = "{\"type\":\"MultiPolygon\",\"coordinates\":["
                + "[[[0,0],[3,0],[3,3],[0,3],[0,0]],[[1,1],[1,2],[2,2],[2,1],[1,1]]],"
                + "[[[5,5],[6,5],[6,6],[5,6],[5,5]]]]}";

        assertThat(fits(text).geoJson()).isEqualTo(text);
    }

    @Test
    void the_area_of_a_square_near_huaibei_is_right_to_a_hundredth_of_a_percent() {
        // exact on the WGS 84 ellipsoid (authalic integral): 0.01° × 0.01° and 0.3° × 0.3°
        assertThat(fits(SQUARE).squareMetres()).isCloseTo(1_025_877.596, within(1.0));
        assertThat(fits(Sample.square(116.6, 33.85, 0.3)).squareMetres())
                .isCloseTo(922_277_621.0, withinPercentage(0.01));
    }

    @Test
    void the_centre_of_a_bent_shape_lies_inside() {
        Boundary bent = fits(polygon("[[0,0],[10,0],[10,10],[9,10],[9,1],[0,1],[0,0]]"));

        assertThat(bent.pointTest().holds(bent.centre().lon(), bent.centre().lat()))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "geometry-json          | {\"type\":\"Polygon\",",
                "geometry-json          | not json at all",
                "geometry-missing       | null",
                "geometry-missing       | []",
                "geometry-missing       | \"Polygon\"",
                "geometry-type          | {}",
                "geometry-type          | {\"type\":\"Point\",\"coordinates\":[116.8,33.9]}",
                "geometry-type          | {\"type\":\"GeometryCollection\",\"geometries\":[]}",
                "geometry-type          | {\"type\":7,\"coordinates\":[]}",
                "coordinates-form       | {\"type\":\"Polygon\"}",
                "coordinates-form       | {\"type\":\"Polygon\",\"coordinates\":\"116.8,33.9\"}",
                "coordinates-form       | {\"type\":\"Polygon\",\"coordinates\":[116.8,33.9]}",
                "coordinates-empty      | {\"type\":\"Polygon\",\"coordinates\":[]}",
                "coordinates-empty      | {\"type\":\"Polygon\",\"coordinates\":[[]]}",
                "coordinates-empty      | {\"type\":\"MultiPolygon\",\"coordinates\":[]}",
                "coordinates-empty      | {\"type\":\"MultiPolygon\",\"coordinates\":[[]]}",
                "position-form          | {\"type\":\"Polygon\",\"coordinates\":[[[1]]]}",
                "position-form          | {\"type\":\"Polygon\",\"coordinates\":[[[\"1\",\"2\"],[1,2]]]}",
                "position-form          | {\"type\":\"Polygon\",\"coordinates\":[[[null,null]]]}",
                "position-form          | {\"type\":\"Polygon\",\"coordinates\":[[{\"x\":1}]]}",
                "position-form          | {\"type\":\"MultiPolygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}",
                "lon-lat-range          | {\"type\":\"Polygon\",\"coordinates\":[[[33.9,116.8],[33.9,116.9],[34,116.9],[33.9,116.8]]]}",
                "lon-lat-range          | {\"type\":\"Polygon\",\"coordinates\":[[[1e999,0],[1,0],[1,1],[1e999,0]]]}",
                "lon-lat-range          | {\"type\":\"Polygon\",\"coordinates\":[[[-180.1,0],[1,0],[1,1],[-180.1,0]]]}",
                "ring-open              | {\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1]]]}",
                "ring-short             | {\"type\":\"Polygon\",\"coordinates\":[[[0,0]]]}",
                "ring-short             | {\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[0,0]]]}",
                "shape-crosses-itself   | {\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,1],[1,0],[0,1],[0,0]]]}",
                "shape-hole-outside     | {\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,1],[0,0]],[[5,5],[6,5],[6,6],[5,5]]]}",
                "shape-crosses-itself   | {\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[2,0],[2,2],[0,2],[0,0]]],[[[1,1],[3,1],[3,3],[1,3],[1,1]]]]}",
                "shape-nested           | {\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[9,0],[9,9],[0,9],[0,0]]],[[[1,1],[3,1],[3,3],[1,3],[1,1]]]]}",
            })
    void what_is_no_boundary_is_named(String code, String text) {
        assertThat(fault(text)).isEqualTo(code);
    }

    @Test
    void a_ring_without_width_is_no_boundary() {
        assertThat(GeoJsonReader.read(polygon("[[0,0],[1,1],[2,2],[0,0]]"))).isInstanceOf(BoundaryOutcome.Unfit.class);
        assertThat(GeoJsonReader.read(polygon("[[1,1],[1,1],[1,1],[1,1]]"))).isInstanceOf(BoundaryOutcome.Unfit.class);
    }

    @Test
    void a_boundary_of_too_many_points_is_refused() {
        String points = IntStream.range(0, GeoJsonReader.MOST_POINTS)
                .mapToObj(i -> "[" + i * 1e-4 + ",1]")
                .collect(Collectors.joining(","));

        assertThat(fault(polygon("[[0,0]," + points + ",[0,0]]"))).isEqualTo("too-many-points");
    }

    @Test
    void nesting_without_end_is_not_json() {
        assertThat(fault("[".repeat(100_000))).isEqualTo("geometry-json");
    }

    private static String polygon(String ring) {
        return "{\"type\":\"Polygon\",\"coordinates\":[" + ring + "]}";
    }

    private static Boundary fits(String text) {
        return ((BoundaryOutcome.Fits) GeoJsonReader.read(text)).boundary();
    }

    private static String fault(String text) {
        return ((BoundaryOutcome.Unfit) GeoJsonReader.read(text)).code();
    }
}
