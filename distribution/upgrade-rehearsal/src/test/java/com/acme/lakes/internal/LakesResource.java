package com.acme.lakes.internal;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.ezhili.platform.module.Open;

@Path("/v1")
@Produces("application/json")
public final class LakesResource {

    private final String version;

    LakesResource(String version) {
        this.version = version;
    }

    /** The version that answers. */
    @GET
    @Path("/depth")
    @Open(Open.To.ANYBODY)
    public List<String> depth() {
        return List.of(version);
    }
}
