package org.ezhili.platform.module;

import java.time.Duration;

/**
 * Work that a module does by itself, again and again, on one node of many.
 *
 * @param name within the module, stable over versions
 * @param every pause between the end of one run and the start of the next, one second to one day
 * @param work one run; may be interrupted when the module stops, and must then leave nothing half done
 */
public record Job(String name, Duration every, Runnable work) {

    public Job {
        if (every.compareTo(Duration.ofSeconds(1)) < 0 || every.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("a job runs every second to every day: " + every);
        }
    }
}
