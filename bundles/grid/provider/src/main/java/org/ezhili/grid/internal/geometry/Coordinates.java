package org.ezhili.grid.internal.geometry;

/** How exactly places are kept: to seven decimals of a degree, about one centimetre. */
final class Coordinates {

    static final double PARTS = 1e7;
    static final int DECIMALS = 7;

    private Coordinates() {}

    static double round(double degrees) {
        return Math.round(degrees * PARTS) / PARTS;
    }
}
