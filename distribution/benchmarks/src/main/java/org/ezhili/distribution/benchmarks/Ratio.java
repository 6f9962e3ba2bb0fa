package org.ezhili.distribution.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One measure divided by another, slice by slice: what the machine did to both at the same time falls out.
 *
 * @param middle the median of the slices
 * @param least of all slices
 * @param most of all slices
 */
public record Ratio(double middle, double least, double most) {

    /** Of measures taken in turns; the n-th of one is divided by the n-th of the other. */
    public static Ratio of(List<Double> ours, List<Double> peers) {
        if (ours.size() != peers.size() || ours.isEmpty()) {
            throw new IllegalArgumentException("slices of two that took turns come in pairs");
        }
        double[] each = IntStream.range(0, ours.size())
                .mapToDouble(i -> ours.get(i) / peers.get(i))
                .sorted()
                .toArray();
        return new Ratio(median(each), each[0], each[each.length - 1]);
    }

    public static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[half]
                : DoubleStream.of(sorted[half - 1], sorted[half]).average().orElseThrow();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.2f (%.2f–%.2f)", middle, least, most);
    }
}
