package org.ezhili.distribution.demo.internal.ground;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Shares a plot out: cut in two by weight, again and again, until everybody has a plot of their own. */
final class Sharing {

    private static final int CELLS_PER_GRID = 4;

    private Sharing() {}

    /**
     * Who wants a share.
     *
     * @param weight how much of the ground, in relation to the others
     * @param grids how many grids the share will be cut into, so that none becomes too small
     */
    record Claim<T>(T who, double weight, int grids) {}

    static <T> Map<T, Plot> of(Plot plot, List<Claim<T>> claims) {
        Map<T, Plot> shares = new LinkedHashMap<>();
        share(plot, claims, shares);
        return shares;
    }

    private static <T> void share(Plot plot, List<Claim<T>> claims, Map<T, Plot> shares) {
        if (claims.size() == 1) {
            shares.put(claims.get(0).who(), plot);
            return;
        }
        int half = half(claims);
        List<Claim<T>> first = claims.subList(0, half);
        List<Claim<T>> second = claims.subList(half, claims.size());
        int length = Math.max(plot.width(), plot.height());
        int breadth = Math.min(plot.width(), plot.height());
        long wanted = Math.round(length * weight(first) / weight(claims));
        int least = least(first, breadth);
        int most = length - least(second, breadth);
        if (least > most) {
            throw new IllegalStateException("no room for " + claims.size() + " in " + plot);
        }
        List<Plot> parts = plot.cut((int) Math.max(least, Math.min(most, wanted)));
        share(parts.get(0), first, shares);
        share(parts.get(1), second, shares);
    }

    private static <T> int least(List<Claim<T>> claims, int breadth) {
        int cells = claims.stream().mapToInt(Claim::grids).sum() * CELLS_PER_GRID;
        return Math.max(1, (cells + breadth - 1) / breadth);
    }

    /** Where the claims fall into two halves of about the same weight. */
    private static <T> int half(List<Claim<T>> claims) {
        double total = weight(claims);
        int best = 1;
        for (int i = 2; i < claims.size(); i++) {
            if (Math.abs(weight(claims.subList(0, i)) - total / 2)
                    < Math.abs(weight(claims.subList(0, best)) - total / 2)) {
                best = i;
            }
        }
        return best;
    }

    private static <T> double weight(List<Claim<T>> claims) {
        return claims.stream().mapToDouble(Claim::weight).sum();
    }
}
