package org.ezhili.grid.internal.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.ezhili.platform.AreaCode;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Whether areas tile what they should: grids of one tier do not overlap, and together they cover their community. What is
 * smaller than {@value #TOLERANCE_SQUARE_METRES} m² comes from rounding and is not told.
 */
public final class Tiling {

    public static final double TOLERANCE_SQUARE_METRES = 1.0;

    private Tiling() {}

    /** Ground that two areas share. */
    public record Overlap(AreaCode a, AreaCode b, double squareMetres) {}

    /** Ground of an area that none of its parts covers. */
    public record Gap(AreaCode within, double squareMetres) {}

    /**
     * Pairs that share ground, by code.
     *
     * @param areas all that may not overlap
     * @param asked one of a pair at least is among these
     * @param most pairs at most
     */
    public static List<Overlap> overlaps(Map<AreaCode, Boundary> areas, Predicate<AreaCode> asked, int most) {
        STRtree boxes = new STRtree();
        areas.forEach((code, boundary) -> boxes.insert(boundary.shape().getEnvelopeInternal(), code));
        List<Overlap> found = new ArrayList<>();
        for (AreaCode code : areas.keySet().stream().filter(asked).sorted().toList()) {
            for (AreaCode other : neighbours(boxes, areas, code)) {
                boolean told = asked.test(other) && other.compareTo(code) < 0;
                double shared = told ? 0 : shared(areas, code, other);
                if (shared > TOLERANCE_SQUARE_METRES) {
                    found.add(new Overlap(code, other, rounded(shared)));
                }
                if (found.size() == most) {
                    return found;
                }
            }
        }
        return found;
    }

    /** The ground of {@code whole} that no part covers, in square metres; 0 when that is within the tolerance. */
    public static double gap(Boundary whole, List<Boundary> parts) {
        Geometry open = whole.shape();
        for (Boundary part : parts) {
            open = overlay(open, part.shape(), OverlayNG.DIFFERENCE);
        }
        double squareMetres = Ground.squareMetres(open);
        return squareMetres > TOLERANCE_SQUARE_METRES ? rounded(squareMetres) : 0;
    }

    private static List<AreaCode> neighbours(STRtree boxes, Map<AreaCode, Boundary> areas, AreaCode code) {
        List<AreaCode> found = new ArrayList<>();
        boxes.query(area(areas, code).shape().getEnvelopeInternal(), item -> {
            if (item instanceof AreaCode other && !other.equals(code)) {
                found.add(other);
            }
        });
        found.sort(null);
        return found;
    }

    private static double shared(Map<AreaCode, Boundary> areas, AreaCode a, AreaCode b) {
        return Ground.squareMetres(
                overlay(area(areas, a).shape(), area(areas, b).shape(), OverlayNG.INTERSECTION));
    }

    private static Boundary area(Map<AreaCode, Boundary> areas, AreaCode code) {
        Boundary boundary = areas.get(code);
        if (boundary == null) {
            throw new IllegalArgumentException("no boundary of " + code);
        }
        return boundary;
    }

    private static Geometry overlay(Geometry a, Geometry b, int operation) {
        try {
            return OverlayNGRobust.overlay(a, b, operation);
        } catch (TopologyException impossible) {
            throw new IllegalStateException("two valid boundaries cannot be laid over each other", impossible);
        }
    }

    private static double rounded(double squareMetres) {
        return Math.round(squareMetres * 10) / 10.0;
    }
}
