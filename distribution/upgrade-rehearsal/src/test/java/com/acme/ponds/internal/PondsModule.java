package com.acme.ponds.internal;

import java.util.List;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Open;

/** Another module of that vendor's, which no district has yet. */
public final class PondsModule implements Module {

    @Override
    public ModuleInfo info() {
        return new ModuleInfo("ponds", "1.0.0", LocalText.of("池塘", "Ponds"), Set.of(), List.of(), true);
    }

    @Override
    public List<Object> resources() {
        return List.of(new Frogs());
    }

    @Override
    public Health health() {
        return Health.good();
    }

    /** Its resource. */
    @Path("/v1")
    @Produces("application/json")
    public static final class Frogs {

        @GET
        @Path("/frogs")
        @Open(Open.To.SIGNED_IN)
        public List<String> frogs() {
            return List.of("green");
        }
    }
}
