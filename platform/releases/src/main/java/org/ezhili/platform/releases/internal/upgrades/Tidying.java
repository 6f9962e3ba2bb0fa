package org.ezhili.platform.releases.internal.upgrades;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.releases.internal.store.UpgradeStore;
import org.ezhili.platform.releases.internal.walk.NotWalkedException;
import org.ezhili.platform.releases.internal.walk.Progress;
import org.ezhili.platform.releases.internal.walk.Remains;
import org.ezhili.platform.releases.internal.walk.Shelf;
import org.ezhili.platform.releases.internal.walk.Stage;
import org.ezhili.platform.releases.internal.walk.Step;
import org.ezhili.platform.releases.internal.walk.Walk;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a node to what is wanted when no walk is open: after it was away while the others walked, after its framework's data
 * were wiped, after a walk that was given up half way; and takes away what interrupted walks have left.
 */
@Component(service = Tidying.class)
public final class Tidying {

    private static final Logger LOG = LoggerFactory.getLogger(Tidying.class);
    private static final long AGAIN_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long LOOK_NANOS = Duration.ofSeconds(5).toNanos();

    private final UpgradeStore store;
    private final LiveVersions versions;
    private final Walk walk;
    private final Shelf shelf;
    private final Remains remains;
    private final Set<Step> inVain = new HashSet<>();
    private long looked = System.nanoTime() - LOOK_NANOS;
    private long failed = System.nanoTime() - AGAIN_NANOS;

    @Activate
    public Tidying(
            @Reference UpgradeStore store,
            @Reference LiveVersions versions,
            @Reference Walk walk,
            @Reference Shelf shelf,
            @Reference Remains remains) {
        this.store = store;
        this.versions = versions;
        this.walk = walk;
        this.shelf = shelf;
        this.remains = remains;
    }

    /** Once after the start: what was lost when the node was killed. True when nothing is missing any more. */
    boolean mend() {
        return remains.mend();
    }

    /**
     * Looks every few seconds, and at once when a walk has just ended.
     *
     * @param atRest whether no walk is open
     */
    void tidy(boolean atRest) throws InterruptedException {
        long now = System.nanoTime();
        if (!atRest) {
            looked = now - LOOK_NANOS;
        } else if (now - looked >= LOOK_NANOS) {
            looked = now;
            follow(now);
            remains.clear();
        }
    }

    private void follow(long now) throws InterruptedException {
        List<Step> up = new ArrayList<>();
        List<Step> down = new ArrayList<>();
        for (Map.Entry<String, Version> wish : store.wanted().entrySet()) {
            Optional<Version> here = walk.at(wish.getKey());
            if (here.isPresent() && !here.get().equals(wish.getValue())) {
                Step step = new Step(wish.getKey(), here.get(), wish.getValue());
                if (step.isUp()) {
                    up.add(step);
                } else if (versions.decided().containsKey(step.module())) {
                    down.add(step);
                } else {
                    // what came with a newer distribution and was never walked to is the newer wish
                    store.want(step.module(), step.from());
                }
            }
        }
        follow(up, false, now);
        follow(down, true, now);
    }

    /** All in one step, as the others may have gone; if that cannot be, each by itself. */
    private void follow(List<Step> steps, boolean down, long now) throws InterruptedException {
        if (steps.isEmpty() || inVain.containsAll(steps) && now - failed < AGAIN_NANOS) {
            return;
        }
        try {
            walk.go(steps, down, shelf, Alone.PROGRESS);
            steps.forEach(inVain::remove);
        } catch (NotWalkedException refused) {
            if (steps.size() > 1) {
                for (Step step : steps) {
                    follow(List.of(step), down, now);
                }
            } else {
                cannot(steps.get(0), refused, now);
            }
        }
    }

    private void cannot(Step step, NotWalkedException refused, long now) {
        failed = now;
        if (inVain.add(step)) {
            LOG.error(
                    "{} is to be served in version {} and cannot be: {}; it is tried again",
                    step.module(),
                    step.to(),
                    refused.getMessage());
        }
    }

    /** Nobody watches, nobody calls it off. */
    private enum Alone implements Progress {
        PROGRESS;

        @Override
        public void reached(Stage stage) {
            LOG.debug("on the way to what is wanted: {}", stage);
        }

        @Override
        public boolean isCalledOff() {
            return false;
        }
    }
}
