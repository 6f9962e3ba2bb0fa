package org.ezhili.matters.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import javax.ws.rs.Consumes;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.matters.internal.desk.Desk;
import org.ezhili.matters.internal.desk.Handling;
import org.ezhili.matters.internal.desk.Inbox;
import org.ezhili.matters.internal.photo.Photo;
import org.ezhili.matters.internal.photo.PhotoFormat;
import org.ezhili.matters.internal.photo.Room;
import org.ezhili.matters.internal.photo.Uploads;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;

/** Photos: uploaded before the report or the hand-in that they belong to, then seen by those who see the matter. */
@Path("/v1/photos")
public final class PhotosResource {

    private static final int LARGEST = 10 * 1024 * 1024;
    private static final int WRAPPING = 64 * 1024;
    private static final int MEBIBYTES_AT_ONCE = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Uploads uploads;
    private final Desk desk;
    private final Audit audit;
    private final Room room = new Room(MEBIBYTES_AT_ONCE, LARGEST / 1024 / 1024 + 1, PATIENCE);

    public PhotosResource(Uploads uploads, Desk desk, Audit audit) {
        this.uploads = uploads;
        this.desk = desk;
        this.audit = audit;
    }

    @POST
    @Consumes({"image/jpeg", "image/png", "multipart/form-data"})
    @Produces("application/json")
    @Requires(Handling.ACT)
    public Response upload(
            @Context Caller caller,
            @HeaderParam("Content-Type") String contentType,
            @HeaderParam("Content-Length") @DefaultValue("-1") long length,
            InputStream body)
            throws IOException {
        Photo photo = room.take(length, () -> uploads.add(caller.account(), file(contentType, body)));
        return Response.status(Response.Status.CREATED)
                .entity(new PhotoJson(String.valueOf(photo.id()), photo.width(), photo.height()))
                .build();
    }

    private static byte[] file(String contentType, InputStream body) throws IOException {
        byte[] sent = body.readNBytes(LARGEST + WRAPPING + 1);
        if (sent.length <= LARGEST + WRAPPING) {
            sent = FormData.is(contentType) ? FormData.onlyFile(contentType, sent) : sent;
        }
        if (sent.length > LARGEST) {
            throw ProblemException.of(413, "photo-bytes", LARGEST / 1024 / 1024);
        }
        return sent;
    }

    @GET
    @Path("/{id}")
    @Produces({"image/jpeg", "image/png"})
    @Requires(Inbox.READ)
    public Response photo(@Context Caller caller, @PathParam("id") String id) {
        Photo photo = visible(caller, Texts.id(id));
        return image(photo.mediaType(), uploads.content(photo.blob()));
    }

    @GET
    @Path("/{id}/thumbnail")
    @Produces("image/jpeg")
    @Requires(Inbox.READ)
    public Response thumbnail(@Context Caller caller, @PathParam("id") String id) {
        Photo photo = visible(caller, Texts.id(id));
        return image(PhotoFormat.JPEG.mediaType(), uploads.content(photo.thumbnailBlob()));
    }

    private Photo visible(Caller caller, long id) {
        Photo photo = uploads.find(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
        Optional<Long> matter = photo.matter();
        if (matter.isPresent()) {
            desk.matter(caller, matter.get(), Inbox.READ);
        } else if (!photo.uploader().equals(caller.account())) {
            audit.record(caller, Inbox.READ, "photo:" + id, Optional.empty(), "refused");
            throw new ProblemException(Problem.notFound());
        }
        return photo;
    }

    private static Response image(String mediaType, byte[] content) {
        return Response.ok(content, mediaType)
                .header("Cache-Control", "private, max-age=86400")
                .build();
    }
}
