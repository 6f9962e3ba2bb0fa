package org.ezhili.platform.modules.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ezhili.grid.Area;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.modules.internal.domain.Switch;
import org.ezhili.platform.modules.internal.domain.SwitchOutcome;
import org.ezhili.platform.modules.internal.domain.SwitchPlan;
import org.ezhili.platform.modules.internal.domain.SwitchPlan.Verdict;
import org.ezhili.platform.modules.internal.store.SwitchStore;
import org.ezhili.platform.modules.internal.store.SwitchStore.Turned;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where modules are switched on and off for streets. Every change is in the audit log. Thread-safe. */
@Component(service = SwitchBoard.class)
public final class SwitchBoard {

    private final ModuleCatalogue modules;
    private final Streets streets;
    private final SwitchStore store;
    private final StreetSwitches switches;
    private final Audit audit;

    @Activate
    public SwitchBoard(
            @Reference ModuleCatalogue modules,
            @Reference Streets streets,
            @Reference SwitchStore store,
            @Reference StreetSwitches switches,
            @Reference Audit audit) {
        this.modules = modules;
        this.streets = streets;
        this.store = store;
        this.switches = switches;
        this.audit = audit;
    }

    /**
     * A street and its modules.
     *
     * @param modules by id, whether it is on
     */
    public record Street(Area area, Map<String, Boolean> modules) {}

    public List<Street> streets(Collection<AreaCode> within) {
        List<ModuleInfo> infos = modules.infos();
        return streets.within(within).stream()
                .map(area -> new Street(area, modulesOf(area.code(), infos)))
                .toList();
    }

    /**
     * Switches a module for a street.
     *
     * @param withNeeded the modules that it needs are switched on with it; otherwise it is refused when some are off
     */
    public SwitchOutcome turn(Caller caller, Switch key, boolean on, boolean withNeeded) {
        AreaCode street = key.street();
        if (!caller.may(PlatformPermissions.SWITCH, street)) {
            audit.record(caller, PlatformPermissions.SWITCH, key.module(), Optional.of(street), "foreign-area");
            return new SwitchOutcome.Unknown();
        }
        Optional<ModuleInfo> info = modules.find(key.module());
        if (info.isEmpty() || streets.find(street).isEmpty()) {
            return new SwitchOutcome.Unknown();
        }
        List<ModuleInfo> all = modules.infos();
        SwitchPlan.Wish wish = new SwitchPlan.Wish(info.get(), on, withNeeded);
        Turned turned =
                store.turn(key, on, caller.account(), off -> SwitchPlan.of(wish, all, id -> off.isOn(id, street)));
        switches.refresh();
        if (!(turned.verdict() instanceof Verdict.Free free)) {
            return new SwitchOutcome.Refused(turned.verdict());
        }
        String now = on ? "on" : "off";
        free.along().forEach(also -> audit.record(caller, PlatformPermissions.SWITCH, also, Optional.of(street), now));
        if (turned.changed()) {
            audit.record(caller, PlatformPermissions.SWITCH, key.module(), Optional.of(street), now);
        }
        return new SwitchOutcome.Done(on, free.along());
    }

    /** A street by its code, as the district knows it. */
    public Optional<Street> street(AreaCode code) {
        return streets.find(code).map(area -> new Street(area, modulesOf(code, modules.infos())));
    }

    private Map<String, Boolean> modulesOf(AreaCode street, List<ModuleInfo> infos) {
        Map<String, Boolean> on = new TreeMap<>();
        infos.forEach(info -> on.put(info.id(), !info.switchable() || switches.isOn(info.id(), street)));
        return on;
    }
}
