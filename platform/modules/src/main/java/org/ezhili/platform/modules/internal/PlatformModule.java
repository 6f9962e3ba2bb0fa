package org.ezhili.platform.modules.internal;

import java.util.List;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.modules.internal.rest.ModulesResource;
import org.ezhili.platform.modules.internal.rest.StreetsResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishes this module: which modules are there, and which a street has. */
@Component(property = "ezhili.module=platform")
public final class PlatformModule implements Module {

    private final List<Object> resources;

    @Activate
    public PlatformModule(@Reference ModuleCatalogue modules, @Reference SwitchBoard board) {
        resources = List.of(new ModulesResource(modules), new StreetsResource(board));
    }

    @Override
    public ModuleInfo info() {
        return PlatformPermissions.INFO;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Health health() {
        return Health.good();
    }
}
