package org.ezhili.platform.modules.internal.rest;

import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.module.Open.To;
import org.ezhili.platform.modules.internal.settings.Pictures;

/** Shows pictures of settings to whoever is signed in. */
@Path("/v1/pictures")
public final class PicturesResource {

    private final Pictures pictures;

    public PicturesResource(Pictures pictures) {
        this.pictures = pictures;
    }

    @GET
    @Path("/{id}")
    @Produces("image/png")
    @Open(To.SIGNED_IN)
    public Response picture(@PathParam("id") String id) {
        return Response.ok(pictures.png(id), "image/png")
                .header("Cache-Control", "private, max-age=604800, immutable")
                .build();
    }
}
