package com.acme.lakes.internal;

import java.util.List;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;

/** Does not say who may call it. */
@Path("/v1")
@Produces("application/json")
public final class UnmarkedResource {

    @GET
    @Path("/secrets")
    public List<String> openByMistake() {
        return List.of("secret");
    }
}
