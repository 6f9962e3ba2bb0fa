package org.ezhili.platform.gateway.internal.access;

import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Switches;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Keeps people out of a module that is off for all the streets they belong to, and requests out that ask for a street where it is off. */
@Component(service = StreetGate.class)
public final class StreetGate {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Switches switches;

    @Activate
    public StreetGate() {}

    /** For a gate with these switches and no other. */
    public StreetGate(Switches switches) {
        this.switches = switches;
    }

    /** Whether one of the caller's places has the module; who belongs nowhere is kept out of none. */
    public boolean isOpen(ModuleInfo module, Caller caller) {
        Switches present = switches;
        if (present == null || !module.switchable() || caller.grants().isEmpty()) {
            return true;
        }
        return caller.grants().stream().anyMatch(grant -> present.isOn(module.id(), grant.area()));
    }

    /**
     * Refuses a request that asks for a place that does without the module.
     *
     * @param query of the request, as it was sent
     */
    public void check(ModuleInfo module, @Nullable String query) {
        if (asksForWhereItIsOff(module, query)) {
            throw off(module.id());
        }
    }

    static ProblemException off(String module) {
        return ProblemException.of(403, "module-off", module);
    }

    private boolean asksForWhereItIsOff(ModuleInfo module, @Nullable String query) {
        Switches present = switches;
        return present != null
                && query != null
                && module.switchable()
                && !present.offStreets(module.id()).isEmpty()
                && PlacesAsked.of(query).anyMatch(place -> !present.isOn(module.id(), place));
    }
}
