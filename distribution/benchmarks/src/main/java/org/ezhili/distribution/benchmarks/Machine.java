package org.ezhili.distribution.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine that a run was made on. */
final class Machine {

    private Machine() {}

    static String description() {
        long gibibytes = 0;
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine) {
            gibibytes = Math.round(machine.getTotalMemorySize() / (double) (1L << 30));
        }
        return String.format(
                Locale.ROOT,
                "%d cores (%s), %d GiB, %s, Java %s",
                Runtime.getRuntime().availableProcessors(),
                processor(),
                gibibytes,
                System.getProperty("os.name"),
                System.getProperty("java.version"));
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException notLinux) {
            return System.getProperty("os.arch");
        }
    }
}
