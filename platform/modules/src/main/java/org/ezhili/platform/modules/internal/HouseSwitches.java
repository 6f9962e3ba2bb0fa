package org.ezhili.platform.modules.internal;

import java.util.List;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.module.StreetModules;
import org.ezhili.platform.modules.internal.domain.Switch;
import org.ezhili.platform.modules.internal.domain.SwitchPlan.Verdict;
import org.ezhili.platform.modules.internal.store.SwitchStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Turns switches for the house itself, which knows what it does. Thread-safe. */
@Component(service = StreetModules.class)
public final class HouseSwitches implements StreetModules {

    private static final String HOUSE = "ezhili";

    private final SwitchStore store;
    private final StreetSwitches switches;

    @Activate
    public HouseSwitches(@Reference SwitchStore store, @Reference StreetSwitches switches) {
        this.store = store;
        this.switches = switches;
    }

    @Override
    public void turn(String module, AreaCode street, boolean on) {
        store.turn(new Switch(street, module), on, HOUSE, off -> new Verdict.Free(List.of()));
        switches.refresh();
    }
}
