package org.ezhili.distribution.demo.internal.ground;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A piece of the mesh between four of its lines. */
record Plot(int west, int south, int east, int north) {

    static final Plot ALL = new Plot(0, 0, Mesh.CELLS, Mesh.CELLS);

    int width() {
        return east - west;
    }

    int height() {
        return north - south;
    }

    int cells() {
        return width() * height();
    }

    /** Cut across the longer side, so many lines from the west, or from the north. */
    List<Plot> cut(int lines) {
        return width() >= height()
                ? List.of(new Plot(west, south, west + lines, north), new Plot(west + lines, south, east, north))
                : List.of(new Plot(west, north - lines, east, north), new Plot(west, south, east, north - lines));
    }

    /** The boundary as GeoJSON, through every knot that it passes. */
    String boundary(Mesh mesh) {
        List<String> ring = new ArrayList<>();
        for (int i = west; i < east; i++) {
            ring.add(mesh.position(i, south));
        }
        for (int j = south; j < north; j++) {
            ring.add(mesh.position(east, j));
        }
        for (int i = east; i > west; i--) {
            ring.add(mesh.position(i, north));
        }
        for (int j = north; j >= south; j--) {
            ring.add(mesh.position(west, j));
        }
        return polygon(ring);
    }

    static String polygon(List<String> ring) {
        return "{\"type\":\"Polygon\",\"coordinates\":[[" + String.join(",", ring) + "]]}";
    }

    /** A point well inside one of its cells. */
    double[] point(Mesh mesh, Random random) {
        int i = west + random.nextInt(width());
        int j = south + random.nextInt(height());
        return inCell(mesh, i, j, 0.25 + random.nextDouble() / 2, 0.25 + random.nextDouble() / 2);
    }

    /** A point of one cell, from 0 to 1 eastwards and northwards. */
    static double[] inCell(Mesh mesh, int i, int j, double u, double v) {
        double[] point = new double[2];
        for (int di = 0; di <= 1; di++) {
            for (int dj = 0; dj <= 1; dj++) {
                double share = (di == 0 ? 1 - u : u) * (dj == 0 ? 1 - v : v);
                point[0] += share * mesh.lon(i + di, j + dj);
                point[1] += share * mesh.lat(i + di, j + dj);
            }
        }
        return new double[] {Math.round(point[0] * 1e6) / 1e6, Math.round(point[1] * 1e6) / 1e6};
    }
}
