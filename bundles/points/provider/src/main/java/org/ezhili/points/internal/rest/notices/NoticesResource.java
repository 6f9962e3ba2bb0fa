package org.ezhili.points.internal.rest.notices;

import java.util.Map;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Open;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.desk.Places;
import org.ezhili.points.internal.desk.Switched;
import org.ezhili.points.internal.domain.notices.Notice;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.rest.Texts;
import org.ezhili.points.internal.store.notices.Inbox;
import org.jspecify.annotations.Nullable;

/** What the caller is told. */
@Path("/v1/notices")
@Produces("application/json")
public final class NoticesResource {

    private final Inbox inbox;
    private final Switched switched;
    private final Places places;

    public NoticesResource(Inbox inbox, Switched switched, Places places) {
        this.inbox = inbox;
        this.switched = switched;
        this.places = places;
    }

    /** Latest first. */
    @GET
    @Open(Open.To.SIGNED_IN)
    public PageJson<NoticeJson> list(
            @Context Caller caller,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        switched.on(caller);
        Page<Notice> page = inbox.of(caller.account(), PageRequest.of(limit, cursor));
        Map<AreaCode, String> names = places.names(page.items().stream()
                .map(notice -> notice.news().area())
                .distinct()
                .toList());
        return new PageJson<>(
                page.items().stream().map(notice -> json(notice, names)).toList(),
                page.next().orElse(null));
    }

    @GET
    @Path("/unread")
    @Open(Open.To.SIGNED_IN)
    public UnreadJson unread(@Context Caller caller) {
        switched.on(caller);
        return new UnreadJson(inbox.unread(caller.account()));
    }

    @PUT
    @Path("/{id}/read")
    @Open(Open.To.SIGNED_IN)
    public Response read(@Context Caller caller, @PathParam("id") String id) {
        switched.on(caller);
        if (!inbox.read(caller.account(), Texts.id(id))) {
            throw new ProblemException(Problem.notFound());
        }
        return Response.noContent().build();
    }

    @PUT
    @Path("/read")
    @Consumes("application/json")
    @Open(Open.To.SIGNED_IN)
    public Response readAll(@Context Caller caller, @NotNull @Valid UpToJson json) {
        switched.on(caller);
        inbox.readUpTo(caller.account(), Texts.id(json.upTo()));
        return Response.noContent().build();
    }

    private static NoticeJson json(Notice notice, Map<AreaCode, String> names) {
        var news = notice.news();
        return new NoticeJson(
                String.valueOf(notice.id()),
                news.kind().word(),
                news.area().digits(),
                names.get(news.area()),
                news.subject() == 0 ? null : String.valueOf(news.subject()),
                news.title(),
                news.amount() == 0 ? null : news.amount(),
                news.due().orElse(null),
                news.reason().isEmpty() ? null : news.reason(),
                notice.toldAt(),
                notice.isRead());
    }
}
