package org.ezhili.points.internal.rest.rewards;

import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.picture.Gallery;
import org.ezhili.points.internal.store.rewards.Picture;

/** Pictures for rewards: sent before the reward that is to show them, seen as part of it. */
@Path("/v1/pictures")
@Produces("application/json")
public final class PicturesResource {

    private static final int LARGEST = 10 * 1024 * 1024;

    private final Gallery gallery;
    private final RewardAccess access;

    public PicturesResource(Gallery gallery, RewardAccess access) {
        this.gallery = gallery;
        this.access = access;
    }

    @POST
    @Consumes({"image/jpeg", "image/png"})
    @Requires(RewardAccess.MANAGE)
    public Response upload(@Context Caller caller, InputStream body) throws IOException {
        access.on(caller);
        byte[] sent = body.readNBytes(LARGEST + 1);
        if (sent.length > LARGEST) {
            throw ProblemException.of(413, "picture-bytes", LARGEST / 1024 / 1024);
        }
        Picture picture = gallery.add(caller.account(), sent);
        return Response.status(Response.Status.CREATED)
                .entity(new PictureJson(String.valueOf(picture.id()), picture.width(), picture.height()))
                .build();
    }
}
