package org.ezhili.platform.modules.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import javax.ws.rs.Consumes;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.modules.internal.PlatformPermissions;
import org.ezhili.platform.modules.internal.domain.settings.Picture;
import org.ezhili.platform.modules.internal.domain.settings.Scope;
import org.ezhili.platform.modules.internal.settings.Pictures;
import org.ezhili.platform.modules.internal.settings.SettingsDesk;
import org.ezhili.platform.security.Caller;

/** Takes in pictures for a street, before its settings name them. */
@Path("/v1/streets/{code}/pictures")
public final class StreetPicturesResource {

    private final SettingsDesk desk;
    private final Pictures pictures;

    public StreetPicturesResource(SettingsDesk desk, Pictures pictures) {
        this.desk = desk;
        this.pictures = pictures;
    }

    @POST
    @Consumes({"image/png", "image/jpeg"})
    @Produces("application/json")
    @Requires(PlatformPermissions.SETTINGS)
    public Response add(@Context Caller caller, @PathParam("code") String code, InputStream body) throws IOException {
        AreaCode area = SettingsResource.area(code);
        desk.check(caller, new Scope(area, PlatformPermissions.ID));
        byte[] sent = body.readNBytes(Pictures.LARGEST + 1);
        if (sent.length > Pictures.LARGEST) {
            throw ProblemException.of(413, "picture-bytes", Pictures.LARGEST >> 20);
        }
        Picture picture = pictures.add(area, sent);
        return Response.status(Response.Status.CREATED)
                .entity(new PictureJson(String.valueOf(picture.id()), picture.width(), picture.height()))
                .build();
    }
}
