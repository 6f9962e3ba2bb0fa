package org.ezhili.platform.gateway.internal.guard;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.List;

/** The part of Java's memory for what lives long, whichever collector looks after it. */
public final class OldGeneration {

    private OldGeneration() {}

    /** How often all of it has been collected. */
    public static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(collector ->
                        List.of(collector.getMemoryPoolNames()).stream().anyMatch(OldGeneration::isOld))
                .filter(collector -> !collector.getName().contains("Young"))
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }

    /** How much of it was taken after it was last collected, from 0 to 1. */
    public static double filled() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> isOld(pool.getName()))
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null && usage.getMax() > 0)
                .mapToDouble(usage -> (double) usage.getUsed() / usage.getMax())
                .max()
                .orElse(0);
    }

    private static boolean isOld(String pool) {
        return pool.contains("Old") || pool.contains("Tenured");
    }
}
