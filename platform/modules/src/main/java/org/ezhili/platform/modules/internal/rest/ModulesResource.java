package org.ezhili.platform.modules.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Open.To;
import org.ezhili.platform.modules.internal.ModuleCatalogue;

/** The modules that are there. */
@Path("/v1/modules")
@Produces("application/json")
public final class ModulesResource {

    private final ModuleCatalogue modules;

    public ModulesResource(ModuleCatalogue modules) {
        this.modules = modules;
    }

    @GET
    @Open(To.SIGNED_IN)
    public ItemsJson<ModuleJson> list() {
        return ItemsJson.of(modules.list().stream().map(ModuleJson::of).toList());
    }
}
