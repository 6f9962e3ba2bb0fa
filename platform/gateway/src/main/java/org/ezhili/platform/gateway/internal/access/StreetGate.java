package org.ezhili.platform.gateway.internal.access;

import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Switches;
import org.ezhili.platform.security.Caller;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Keeps people out of a module that is off for all the streets they belong to. */
@Component(service = StreetGate.class)
public final class StreetGate {

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Switches switches;

    public boolean isOpen(ModuleInfo module, Caller caller) {
        Switches present = switches;
        if (present == null || !module.switchable() || caller.grants().isEmpty()) {
            return true;
        }
        return caller.grants().stream().anyMatch(grant -> present.isOn(module.id(), grant.area()));
    }

    public void check(ModuleInfo module, Caller caller) {
        if (!isOpen(module, caller)) {
            throw ProblemException.of(403, "module-off", module.id());
        }
    }
}
