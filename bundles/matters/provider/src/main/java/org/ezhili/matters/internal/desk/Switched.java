package org.ezhili.matters.internal.desk;

import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Switches;

/** Knows where a street does without matters. */
public final class Switched {

    private final String module;
    private final Switches switches;

    public Switched(String module, Switches switches) {
        this.module = module;
        this.switches = switches;
    }

    /** The streets that do without. */
    Set<AreaCode> offStreets() {
        return switches.offStreets(module);
    }

    public void on(AreaCode area) {
        if (!switches.isOn(module, area)) {
            throw ProblemException.of(
                    403, "module-off", area.street().orElse(area).digits());
        }
    }
}
