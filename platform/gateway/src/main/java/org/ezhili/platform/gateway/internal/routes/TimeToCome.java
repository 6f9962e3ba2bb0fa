package org.ezhili.platform.gateway.internal.routes;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;

/** How long a version of a module may take to come to the end of its start. */
final class TimeToCome {

    /** District IT says within how many seconds an upgrade must be ready; its start need not be quicker. */
    private static final String READY = "ezhili.upgrade.ready";

    private static final int USUAL_SECONDS = 30;
    private static final int LEAST_SECONDS = 20;

    /** While the node starts everything takes longer, and who is given up then stays away until it starts again. */
    private static final Duration WHILE_STARTING = Duration.ofMinutes(1);

    /** Karaf's, when nothing is said. */
    private static final String USUAL_LEVEL = "100";

    private final Optional<FrameworkStartLevel> level;
    private final int started;
    private final Duration usual;

    TimeToCome(BundleContext context) {
        Bundle framework = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        this.level = Optional.ofNullable(framework).map(bundle -> bundle.adapt(FrameworkStartLevel.class));
        this.started = whole(context.getProperty(Constants.FRAMEWORK_BEGINNING_STARTLEVEL), USUAL_LEVEL);
        this.usual = Duration.ofSeconds(
                Math.max(LEAST_SECONDS, whole(context.getProperty(READY), Integer.toString(USUAL_SECONDS))));
    }

    private static int whole(@Nullable String said, String otherwise) {
        return Integer.parseInt(said != null && said.matches("[1-9][0-9]{0,3}") ? said : otherwise);
    }

    Duration now() {
        boolean isStarting = level.filter(one -> one.getStartLevel() < started).isPresent();
        return isStarting ? WHILE_STARTING : usual;
    }
}
