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

    public SwitchOutcome turn(Caller caller, AreaCode street, String module, boolean on) {
        if (!caller.may(PlatformPermissions.SWITCH, street)) {
            audit.record(caller, PlatformPermissions.SWITCH, module, Optional.of(street), "foreign-area");
            return new SwitchOutcome.Unknown();
        }
        Optional<ModuleInfo> info = modules.find(module);
        if (info.isEmpty() || streets.find(street).isEmpty()) {
            return new SwitchOutcome.Unknown();
        }
        List<ModuleInfo> all = modules.infos();
        Turned turned = store.turn(
                new Switch(street, module),
                on,
                caller.account(),
                off -> SwitchPlan.of(info.get(), on, all, id -> off.isOn(id, street)));
        switches.refresh();
        if (!(turned.verdict() instanceof Verdict.Free)) {
            return new SwitchOutcome.Refused(turned.verdict());
        }
        if (turned.changed()) {
            audit.record(caller, PlatformPermissions.SWITCH, module, Optional.of(street), on ? "on" : "off");
        }
        return new SwitchOutcome.Done(on);
    }

    private Map<String, Boolean> modulesOf(AreaCode street, List<ModuleInfo> infos) {
        Map<String, Boolean> on = new TreeMap<>();
        infos.forEach(info -> on.put(info.id(), !info.switchable() || switches.isOn(info.id(), street)));
        return on;
    }
}
