package org.ezhili.distribution.demo.internal.ground;

import java.util.Locale;
import java.util.Random;

/**
 * A net of crooked streets over a rounded piece of land about twelve kilometres wide. Every boundary of the demo district runs
 * along its lines from knot to knot, so that neighbours share the very same points and nothing overlaps or gapes.
 */
final class Mesh {

    /** Cells from west to east, and from south to north. */
    static final int CELLS = 96;

    private static final double CENTRE_LON = 116.79;
    private static final double CENTRE_LAT = 33.96;
    private static final double HALF_LON = 0.065;
    private static final double HALF_LAT = 0.054;
    private static final double ROUNDNESS = 0.35;
    private static final double JITTER = 0.18;
    private static final double MICRO = 1e6;

    private final long[][] lon = new long[CELLS + 1][CELLS + 1];
    private final long[][] lat = new long[CELLS + 1][CELLS + 1];

    Mesh(Random random) {
        double phase = random.nextDouble() * Math.PI;
        double step = 2.0 / CELLS;
        for (int i = 0; i <= CELLS; i++) {
            for (int j = 0; j <= CELLS; j++) {
                double u = -1 + i * step;
                double v = -1 + j * step;
                double x = u * Math.sqrt(1 - ROUNDNESS * v * v / 2);
                double y = v * Math.sqrt(1 - ROUNDNESS * u * u / 2);
                // each of the two moves points along one axis by a function of the other: lines cannot cross
                x += 0.035 * Math.sin(2.3 * y + phase) + 0.012 * Math.sin(9 * y - phase);
                y += 0.030 * Math.sin(2.7 * x - phase) + 0.010 * Math.sin(11 * x + phase);
                x += (random.nextDouble() - 0.5) * 2 * JITTER * step;
                y += (random.nextDouble() - 0.5) * 2 * JITTER * step;
                lon[i][j] = Math.round((CENTRE_LON + x * HALF_LON) * MICRO);
                lat[i][j] = Math.round((CENTRE_LAT + y * HALF_LAT) * MICRO);
            }
        }
    }

    double lon(int i, int j) {
        return lon[i][j] / MICRO;
    }

    double lat(int i, int j) {
        return lat[i][j] / MICRO;
    }

    /** The knot as a GeoJSON position. */
    String position(int i, int j) {
        return position(lon(i, j), lat(i, j));
    }

    static String position(double lon, double lat) {
        return String.format(Locale.ROOT, "[%.6f,%.6f]", lon, lat);
    }
}
