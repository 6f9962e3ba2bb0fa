package org.ezhili.platform.releases.internal.upgrades;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ezhili.platform.releases.internal.store.UpgradeStore;
import org.ezhili.platform.releases.internal.upgrades.Upgrade.State;
import org.ezhili.platform.releases.internal.walk.Step;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends walks, and puts on record what came of them, under the name of whoever asked. */
@Component(service = Ends.class)
public final class Ends {

    static final String UPGRADE = "releases.upgrade";
    static final String ROLL_BACK = "releases.rollback";

    private final UpgradeStore store;
    private final Audit audit;

    @Activate
    public Ends(@Reference UpgradeStore store, @Reference Audit audit) {
        this.store = store;
        this.audit = audit;
    }

    /** @param outcome a word for the audit log */
    void end(Upgrade walk, State how, String outcome) {
        if (store.end(walk, how)) {
            Caller asked = new Caller(walk.askedBy(), walk.askedBy(), List.of(), Map.of());
            audit.record(asked, walk.back() ? ROLL_BACK : UPGRADE, subject(walk.steps()), Optional.empty(), outcome);
        }
    }

    /** What a walk is about, in the audit log. */
    static String subject(List<Step> steps) {
        return steps.stream()
                .map(step -> step.module() + " " + Step.shown(step.to()))
                .collect(Collectors.joining(", "));
    }
}
