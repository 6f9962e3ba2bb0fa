package org.ezhili.platform.releases.internal.walk;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.gateway.Switched;
import org.ezhili.platform.releases.internal.walk.FeatureDesk.Release;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The walk of one node from the versions that serve to others: the new ones are put beside the old, wait until they are ready
 * and well, and are switched to in one step; when nothing is under way any more in the old ones, they stand by for a while on the
 * way up, and go on the way back. Up to the switch it turns back without a trace.
 */
@Component(service = Walk.class)
public final class Walk {

    private static final Logger LOG = LoggerFactory.getLogger(Walk.class);
    /** In seconds, in {@code etc/custom.system.properties}: for how long a new version may take to stand ready and be well. */
    private static final String READY = "ezhili.upgrade.ready";

    private static final Duration UNTIL_READY = Duration.ofSeconds(30);
    private static final Duration UNTIL_DRAINED = Duration.ofSeconds(30);

    private final BundleContext context;
    private final LiveVersions versions;
    private final FeatureDesk desk;
    private final Checks checks;
    private final Readiness readiness;
    private final Remains remains;
    private final Standby standby;
    private final Duration untilReady;

    @Activate
    public Walk(
            BundleContext context,
            @Reference LiveVersions versions,
            @Reference FeatureDesk desk,
            @Reference Checks checks,
            @Reference Readiness readiness,
            @Reference Remains remains,
            @Reference Standby standby) {
        this.context = context;
        this.versions = versions;
        this.desk = desk;
        this.checks = checks;
        this.readiness = readiness;
        this.remains = remains;
        this.standby = standby;
        this.untilReady = untilReady(context.getProperty(READY));
    }

    private static Duration untilReady(@Nullable String seconds) {
        return seconds != null && seconds.matches("[1-9][0-9]{0,3}")
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : UNTIL_READY;
    }

    /**
     * Where a module is on this node: the version that serves, or {@link LiveVersions#NONE} when there is no such module here.
     * Empty while it is away for a moment.
     */
    public Optional<Version> at(String module) {
        Optional<Version> live = versions.live(module);
        return live.isPresent() || !isAbsent(module) ? live : Optional.of(LiveVersions.NONE);
    }

    private boolean isAbsent(String module) {
        if (LiveVersions.NONE.equals(versions.decided().get(module))) {
            return true;
        }
        try {
            return desk.isComplete()
                    && desk.installed().stream()
                            .noneMatch(release -> release.module().equals(module));
        } catch (Exception notNow) {
            LOG.debug("which features are installed cannot be told now", notNow);
            return false;
        }
    }

    /**
     * Goes the whole way, or none of it.
     *
     * @param back whether this is a roll-back: the only way down
     * @throws NotWalkedException with the reason in words; what served before serves on
     */
    public synchronized Walked go(List<Step> steps, boolean back, Shelf shelf, Progress progress)
            throws NotWalkedException, InterruptedException {
        long start = System.nanoTime();
        Checks.direction(steps, back);
        List<Release> fresh = new ArrayList<>();
        progress.reached(Stage.FETCHING);
        try (Disturbed disturbed = prepare(steps, back, shelf)) {
            Switched switched = walk(steps, fresh, progress);
            progress.reached(Stage.DONE);
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            LOG.info("walked {} in {} ms", steps, took.toMillis());
            if (!disturbed.names().isEmpty()) {
                LOG.error("walking {} stopped what it must not touch: {}", steps, disturbed.names());
            }
            return new Walked(took, switched.switching(), switched.draining(), switched.drained(), disturbed.names());
        } catch (NotWalkedException reason) {
            turnBack(steps, fresh);
            throw reason;
        } catch (IOException unreadable) {
            turnBack(steps, fresh);
            throw NotWalkedException.of("not-fetched", String.valueOf(unreadable.getMessage()));
        }
    }

    private Disturbed prepare(List<Step> steps, boolean back, Shelf shelf) throws NotWalkedException, IOException {
        versions.decide(at(steps, false));
        take(steps, shelf);
        checks.contents(steps, back);
        Set<String> own = new TreeSet<>();
        for (Step step : steps) {
            own.addAll(names(new Release(step.module(), step.from())));
            own.addAll(names(new Release(step.module(), step.to())));
        }
        return new Disturbed(context, own);
    }

    private Switched walk(List<Step> steps, List<Release> fresh, Progress progress)
            throws NotWalkedException, IOException, InterruptedException {
        Readiness.calledOff(progress);
        progress.reached(Stage.INSTALLING);
        List<Step> coming = steps.stream().filter(step -> !step.isLast()).toList();
        coming.forEach(step -> fresh.add(new Release(step.module(), step.to())));
        install(coming, fresh);
        progress.reached(Stage.READYING);
        for (int i = 0; i < coming.size(); i++) {
            readiness.await(coming.get(i), names(fresh.get(i)), untilReady, progress);
        }
        Readiness.calledOff(progress);
        progress.reached(Stage.SWITCHING);
        Switched switched = switchOver(steps);
        fresh.clear();
        progress.reached(Stage.REMOVING);
        remove(steps);
        return switched;
    }

    /**
     * Whether the way could be gone from here, as far as can be told without a step of it.
     *
     * @throws IOException when a release cannot be read
     */
    public void check(List<Step> steps, boolean back, Shelf shelf) throws NotWalkedException, IOException {
        Checks.direction(steps, back);
        take(steps, shelf);
        checks.contents(steps, back);
    }

    /** The rest of a way whose switch is behind. */
    public synchronized Walked finish(List<Step> steps) {
        long start = System.nanoTime();
        remove(steps);
        return Walked.unseen(Duration.ofNanos(System.nanoTime() - start));
    }

    private void take(List<Step> steps, Shelf shelf) throws IOException, NotWalkedException {
        for (Step step : steps) {
            if (step.isLast() || standsBy(step)) {
                continue;
            }
            Optional<URI> repository = shelf.take(step.module(), step.to());
            if (repository.isEmpty()) {
                throw NotWalkedException.of(
                        "release-unknown", step.module(), step.to().toString());
            }
            try {
                desk.open(repository.get());
            } catch (Exception unreadable) {
                throw new IOException(unreadable.getMessage(), unreadable);
            }
        }
    }

    /** The version is there already, ready, because it was left a short while ago. */
    private boolean standsBy(Step step) {
        try {
            return versions.find(step.module(), step.to()).isPresent()
                    && desk.isInstalled(new Release(step.module(), step.to()));
        } catch (Exception notNow) {
            LOG.debug("which features are installed cannot be told now", notNow);
            return false;
        }
    }

    private void install(List<Step> steps, List<Release> fresh) throws NotWalkedException {
        if (steps.stream().allMatch(this::standsBy)) {
            return;
        }
        try {
            remains.orphans();
            desk.install(fresh);
        } catch (Exception refused) {
            LOG.info("{} cannot be installed", fresh, refused);
            throw Causes.of(steps.get(0), refused);
        }
    }

    private Set<String> names(Release release) throws IOException {
        Set<String> names = new TreeSet<>();
        try {
            desk.files(release).forEach(file -> names.add(file.name()));
        } catch (IOException unreadable) {
            throw unreadable;
        } catch (Exception refused) {
            throw new IOException(refused);
        }
        return names;
    }

    private Switched switchOver(List<Step> steps) throws NotWalkedException, InterruptedException {
        try {
            Switched switched = versions.switchTo(at(steps, true), UNTIL_DRAINED);
            if (!switched.quiet()) {
                LOG.warn(
                        "{}: something that began before the switch was still under way after {} ms",
                        steps,
                        switched.draining().toMillis());
            }
            return switched;
        } catch (IOException | IllegalStateException gone) {
            throw NotWalkedException.of("not-switched", String.valueOf(gone.getMessage()));
        }
    }

    /**
     * The version left stands by for a while when a newer one serves; all others of the modules go. What stays although it should
     * go is taken away by the next tidying: nobody is served by it.
     */
    private void remove(List<Step> steps) {
        steps.forEach(standby::left);
        List<Release> old = List.of();
        try {
            old = left(steps);
            desk.uninstall(old);
            forget(steps.stream().filter(Step::isLast));
        } catch (Exception stays) {
            LOG.warn("{} could not be taken away yet; it is tried again", old, stays);
        }
    }

    private List<Release> left(List<Step> steps) throws Exception {
        List<Release> left = new ArrayList<>();
        for (Release release : desk.installed()) {
            for (Step step : steps) {
                if (release.module().equals(step.module())
                        && !release.version().equals(step.to())
                        && !standby.has(release)) {
                    left.add(release);
                }
            }
        }
        return left;
    }

    private void turnBack(List<Step> steps, List<Release> fresh) {
        try {
            desk.uninstall(fresh);
            forget(steps.stream().filter(Step::isFirst));
        } catch (Exception stays) {
            LOG.warn("{} could not be taken away yet; it is tried again", fresh, stays);
        }
    }

    /** Modules that are not here leave no record. */
    private void forget(Stream<Step> gone) throws IOException {
        for (Step step : gone.toList()) {
            versions.forget(step.module());
        }
    }

    private static Map<String, Version> at(List<Step> steps, boolean end) {
        Map<String, Version> at = new HashMap<>();
        steps.forEach(step -> at.put(step.module(), end ? step.to() : step.from()));
        return at;
    }
}
