package org.ezhili.points.internal.desk;

import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Switches;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Grant;

/** Refuses what a street does without. */
public final class Switched {

    private final String module;
    private final Switches switches;

    public Switched(String module, Switches switches) {
        this.module = module;
        this.switches = switches;
    }

    public boolean isOn(AreaCode area) {
        return switches.isOn(module, area);
    }

    /** The streets that do without. */
    public Set<AreaCode> offStreets() {
        return switches.offStreets(module);
    }

    public void on(AreaCode area) {
        if (!isOn(area)) {
            throw ProblemException.of(
                    403, "module-off", area.street().orElse(area).digits());
        }
    }

    /** Refuses a caller all of whose places do without points. */
    public void on(Caller caller) {
        if (!caller.grants().isEmpty()
                && caller.grants().stream().map(Grant::area).noneMatch(this::isOn)) {
            on(caller.grants().get(0).area());
        }
    }
}
