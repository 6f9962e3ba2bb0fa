package org.ezhili.platform.releases.internal.upgrades;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.gateway.Standing;
import org.ezhili.platform.releases.internal.intake.Releases;
import org.ezhili.platform.releases.internal.store.UpgradeStore;
import org.ezhili.platform.releases.internal.upgrades.Upgrade.State;
import org.ezhili.platform.releases.internal.walk.NotWalkedException;
import org.ezhili.platform.releases.internal.walk.Shelf;
import org.ezhili.platform.releases.internal.walk.Step;
import org.ezhili.platform.releases.internal.walk.Walk;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where upgrades and roll-backs are asked for. What is asked for is gone by every node, one after the other. Thread-safe. */
@Component(service = Upgrades.class)
public final class Upgrades {

    private static final int LOOK_BACK = 50;

    private final UpgradeStore store;
    private final LiveVersions versions;
    private final Walk walk;
    private final Shelf shelf;
    private final Walker walker;
    private final Audit audit;
    private final Releases releases;

    @Activate
    public Upgrades(
            @Reference UpgradeStore store,
            @Reference LiveVersions versions,
            @Reference Walk walk,
            @Reference Shelf shelf,
            @Reference Walker walker,
            @Reference Audit audit,
            @Reference Releases releases) {
        this.store = store;
        this.versions = versions;
        this.walk = walk;
        this.shelf = shelf;
        this.walker = walker;
        this.audit = audit;
        this.releases = releases;
    }

    /**
     * Opens the walk of modules to newer versions, all in one step.
     *
     * @throws NotWalkedException when it cannot be begun; nothing has changed then
     */
    public Upgrade upgrade(Caller caller, Map<String, Version> to) throws NotWalkedException {
        String subject = to.entrySet().stream()
                .map(wish -> wish.getKey() + " " + wish.getValue())
                .collect(Collectors.joining(", "));
        return audited(caller, Ends.UPGRADE, subject, () -> {
            List<Step> steps = new ArrayList<>();
            for (Map.Entry<String, Version> wish : to.entrySet()) {
                steps.add(new Step(wish.getKey(), at(wish.getKey()), wish.getValue()));
            }
            return open(caller, steps, false);
        });
    }

    /** Opens the way back of a module, and of all that went up together with it. */
    public Upgrade rollBack(Caller caller, String module) throws NotWalkedException {
        return audited(caller, Ends.ROLL_BACK, module, () -> open(caller, stepsBack(module), true));
    }

    /**
     * To where each of the modules that serve could go back; those that no upgrade brought to where they are, are left out. Whether the
     * way is still open, its schema for one, is found out when it is asked for.
     */
    public List<Step> waysBack() {
        List<Step> ways = new ArrayList<>();
        versions.standing().stream().filter(Standing::live).forEach(standing -> lastUp(
                        standing.module(), standing.version())
                .flatMap(last -> last.steps().stream()
                        .filter(step -> leadsTo(step, standing.module(), standing.version()))
                        .findFirst())
                .ifPresent(step -> ways.add(new Step(step.module(), step.to(), step.from()))));
        return ways;
    }

    /** The last upgrade that brought a module to this version. */
    private Optional<Upgrade> lastUp(String module, Version version) {
        return store.list(Optional.of(module), PageRequest.first(LOOK_BACK)).items().stream()
                .filter(past -> past.state() == State.DONE && !past.back())
                .filter(past -> past.steps().stream().anyMatch(step -> leadsTo(step, module, version)))
                .findFirst();
    }

    private List<Step> stepsBack(String module) throws NotWalkedException {
        Version live = live(module);
        Upgrade last = lastUp(module, live)
                .orElseThrow(() -> NotWalkedException.of("nothing-to-roll-back", module, live.toString()));
        List<Step> steps = new ArrayList<>();
        for (Step step : last.steps()) {
            steps.add(new Step(step.module(), live(step.module()), step.from()));
        }
        return steps;
    }

    private static boolean leadsTo(Step step, String module, Version version) {
        return step.module().equals(module) && step.to().equals(version);
    }

    private Upgrade open(Caller caller, List<Step> steps, boolean back) throws NotWalkedException {
        try {
            walk.check(steps, back, shelf);
        } catch (IOException unreadable) {
            throw NotWalkedException.of("not-fetched", String.valueOf(unreadable.getMessage()));
        }
        Upgrade opened = store.open(steps, back, caller.account())
                .orElseThrow(() -> NotWalkedException.of("under-way", Ends.subject(steps)));
        walker.nudge();
        return opened;
    }

    /** Something that may be refused with the reason in words. */
    private interface Wish {
        Upgrade open() throws NotWalkedException;
    }

    private Upgrade audited(Caller caller, String action, String subject, Wish wish) throws NotWalkedException {
        try {
            Upgrade opened = wish.open();
            audit.record(caller, action, Ends.subject(opened.steps()), Optional.empty(), "begun");
            return opened;
        } catch (NotWalkedException refused) {
            audit.record(
                    caller, action, subject, Optional.empty(), refused.why().code());
            throw refused;
        }
    }

    /** The version that serves; none of a module that is to come for the first time. */
    private Version at(String module) throws NotWalkedException {
        return walk.at(module)
                .filter(at ->
                        !at.equals(LiveVersions.NONE) || !releases.list(module).isEmpty())
                .orElseThrow(() -> NotWalkedException.of("module-unknown", module));
    }

    private Version live(String module) throws NotWalkedException {
        return versions.live(module).orElseThrow(() -> NotWalkedException.of("module-unknown", module));
    }

    public Optional<Upgrade> find(long id) {
        return store.find(id);
    }

    public Page<Upgrade> list(Optional<String> module, PageRequest page) {
        return store.list(module, page);
    }

    /** Asks to give a walk up; nodes that have switched already walk back. False when it is over. */
    public boolean callOff(Caller caller, long id) {
        boolean open = store.callOff(id, caller.account());
        audit.record(caller, Ends.UPGRADE, Long.toString(id), Optional.empty(), open ? "called-off" : "over");
        walker.nudge();
        return open;
    }
}
