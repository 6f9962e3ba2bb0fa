package org.ezhili.platform.releases.internal.upgrades;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.gateway.LiveVersions;
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

    private static final String UPGRADE = "releases.upgrade";
    private static final String ROLL_BACK = "releases.rollback";
    private static final int LOOK_BACK = 50;

    private final UpgradeStore store;
    private final LiveVersions versions;
    private final Walk walk;
    private final Shelf shelf;
    private final Walker walker;
    private final Audit audit;

    @Activate
    public Upgrades(
            @Reference UpgradeStore store,
            @Reference LiveVersions versions,
            @Reference Walk walk,
            @Reference Shelf shelf,
            @Reference Walker walker,
            @Reference Audit audit) {
        this.store = store;
        this.versions = versions;
        this.walk = walk;
        this.shelf = shelf;
        this.walker = walker;
        this.audit = audit;
    }

    /**
     * Opens the walk of modules to newer versions, all in one step.
     *
     * @throws NotWalkedException when it cannot be begun; nothing has changed then
     */
    public Upgrade upgrade(Caller caller, Map<String, Version> to) throws NotWalkedException {
        List<Step> steps = new ArrayList<>();
        for (Map.Entry<String, Version> wish : to.entrySet()) {
            steps.add(new Step(wish.getKey(), live(wish.getKey()), wish.getValue()));
        }
        return open(caller, steps, false);
    }

    /** Opens the way back of a module, and of all that went up together with it. */
    public Upgrade rollBack(Caller caller, String module) throws NotWalkedException {
        Version live = live(module);
        Upgrade last = store.list(Optional.of(module), PageRequest.first(LOOK_BACK)).items().stream()
                .filter(past -> past.state() == State.DONE && !past.back())
                .filter(past -> past.steps().stream().anyMatch(step -> leadsTo(step, module, live)))
                .findFirst()
                .orElseThrow(() -> NotWalkedException.of("nothing-to-roll-back", module, live.toString()));
        List<Step> steps = new ArrayList<>();
        for (Step step : last.steps()) {
            steps.add(new Step(step.module(), live(step.module()), step.from()));
        }
        return open(caller, steps, true);
    }

    private static boolean leadsTo(Step step, String module, Version version) {
        return step.module().equals(module) && step.to().equals(version);
    }

    private Upgrade open(Caller caller, List<Step> steps, boolean back) throws NotWalkedException {
        String action = back ? ROLL_BACK : UPGRADE;
        String subject = String.join(
                ", ",
                steps.stream().map(step -> step.module() + " " + step.to()).toList());
        try {
            walk.check(steps, back, shelf);
        } catch (NotWalkedException refused) {
            audit.record(
                    caller, action, subject, Optional.empty(), refused.why().code());
            throw refused;
        } catch (IOException unreadable) {
            audit.record(caller, action, subject, Optional.empty(), "not-fetched");
            throw NotWalkedException.of("not-fetched", String.valueOf(unreadable.getMessage()));
        }
        Optional<Upgrade> opened = store.open(steps, back, caller.account());
        audit.record(caller, action, subject, Optional.empty(), opened.isPresent() ? "begun" : "under-way");
        walker.nudge();
        return opened.orElseThrow(() -> NotWalkedException.of("under-way", subject));
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
        audit.record(caller, UPGRADE, Long.toString(id), Optional.empty(), open ? "called-off" : "over");
        walker.nudge();
        return open;
    }
}
