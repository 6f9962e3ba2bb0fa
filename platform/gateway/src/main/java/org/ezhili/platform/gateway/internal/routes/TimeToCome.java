package org.ezhili.platform.gateway.internal.routes;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How long a version of a module may take to come to the end of its start. */
final class TimeToCome {

    /** District IT says within how many seconds an upgrade must be ready; its start need not be quicker. */
    static final String READY = "ezhili.upgrade.ready";

    private static final String USUAL_SECONDS = "30";
    private static final int LEAST_SECONDS = 20;

    /** While the node starts everything takes longer, and who is given up then stays away until it starts again. */
    private static final Duration WHILE_STARTING = Duration.ofMinutes(1);

    private static final long STARTING_MILLIS = Duration.ofMinutes(2).toMillis();

    private final Duration usual;
    private final LongSupplier uptimeMillis;

    /** @param said the value of {@value #READY} */
    TimeToCome(@Nullable String said) {
        this(said, ManagementFactory.getRuntimeMXBean()::getUptime);
    }

    TimeToCome(@Nullable String said, LongSupplier uptimeMillis) {
        boolean isWhole = said != null && said.matches("[1-9][0-9]{0,3}");
        this.usual = Duration.ofSeconds(Math.max(LEAST_SECONDS, Integer.parseInt(isWhole ? said : USUAL_SECONDS)));
        this.uptimeMillis = uptimeMillis;
    }

    Duration now() {
        boolean isStarting = uptimeMillis.getAsLong() < STARTING_MILLIS;
        return isStarting && usual.compareTo(WHILE_STARTING) < 0 ? WHILE_STARTING : usual;
    }
}
