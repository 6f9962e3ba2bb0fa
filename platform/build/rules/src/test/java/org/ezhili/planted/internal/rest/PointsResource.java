package org.ezhili.planted.internal.rest;

import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.ezhili.platform.module.Requires;

/** Sound: a resource whose routes are known. */
@Path("/v1/points")
public final class PointsResource {

    @GET
    @Requires("points.read")
    public String list() {
        return "";
    }

    @GET
    @Path("{id : [0-9]+}/history/")
    @Requires("points.read")
    public String history() {
        return "";
    }

    @DELETE
    @Path("/{id}")
    @Requires("points.close")
    public void close() {}
}
