package org.ezhili.platform.modules.internal;

import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Switches;
import org.ezhili.platform.modules.internal.domain.OffSwitches;
import org.ezhili.platform.modules.internal.store.SwitchStore;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Answers from memory which modules a street has, and looks each second whether another node has changed something. Thread-safe. */
@Component(service = {Switches.class, StreetSwitches.class})
public final class StreetSwitches implements Switches {

    private final SwitchStore store;
    private final Watch watch;
    private volatile @Nullable OffSwitches off;

    @Activate
    public StreetSwitches(@Reference SwitchStore store) {
        this.store = store;
        this.watch = new Watch("switches", this::look);
    }

    @Deactivate
    void stop() {
        watch.close();
    }

    @Override
    public boolean isOn(String module, AreaCode area) {
        return known().isOn(module, area);
    }

    @Override
    public Set<AreaCode> offStreets(String module) {
        return known().of(module);
    }

    /** Takes over what was just changed. */
    synchronized void refresh() {
        OffSwitches read = store.off();
        OffSwitches before = off;
        if (before == null || read.revision() >= before.revision()) {
            off = read;
        }
    }

    /** Until the database has told it once nobody knows what is off, and nobody is let in where it may be. */
    private OffSwitches known() {
        OffSwitches read = off;
        if (read == null) {
            throw new ProblemException(Problem.unavailable("starting", 2));
        }
        return read;
    }

    private void look() {
        OffSwitches before = off;
        if (before == null || store.revision() != before.revision()) {
            refresh();
        }
    }
}
