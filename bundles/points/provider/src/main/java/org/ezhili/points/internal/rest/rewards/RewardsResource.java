package org.ezhili.points.internal.rest.rewards;

import java.util.List;
import java.util.function.UnaryOperator;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Ids;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.rewards.CourseCalendar;
import org.ezhili.points.internal.domain.rewards.Reward;
import org.ezhili.points.internal.domain.rewards.RewardDraft;
import org.ezhili.points.internal.picture.Gallery;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.rewards.Picture;
import org.ezhili.points.internal.store.rewards.RewardLists;
import org.ezhili.points.internal.store.rewards.Rewards;
import org.ezhili.points.internal.store.rewards.SoldOut;
import org.jspecify.annotations.Nullable;

/** The shop, and what streets and the district put into it. */
@Path("/v1/rewards")
@Produces("application/json")
public final class RewardsResource {

    private final RewardAccess access;
    private final Rewards rewards;
    private final RewardLists lists;
    private final RewardViews views;
    private final SoldOut soldOut;
    private final Gallery gallery;
    private final Database database;
    private final Ids ids;

    public RewardsResource(
            RewardAccess access,
            Rewards rewards,
            RewardLists lists,
            RewardViews views,
            SoldOut soldOut,
            Gallery gallery,
            Database database,
            Ids ids) {
        this.access = access;
        this.rewards = rewards;
        this.lists = lists;
        this.views = views;
        this.soldOut = soldOut;
        this.gallery = gallery;
        this.database = database;
        this.ids = ids;
    }

    /** @param managed true: what the caller manages, offered or not; otherwise what they can exchange points for */
    @GET
    @Requires(RewardAccess.SHOP)
    public PageJson<RewardJson> list(
            @Context Caller caller,
            @QueryParam("managed") @Nullable String managed,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        access.on(caller);
        boolean all = RewardFields.truth("managed", managed);
        RewardLists.Query query =
                new RewardLists.Query(all ? RewardAccess.managed(caller) : RewardAccess.around(caller), all);
        Page<Reward> page = lists.page(query, PageRequest.of(limit, cursor));
        List<Reward> open = page.items().stream().filter(access::isOn).toList();
        return new PageJson<>(views.rewards(open), page.next().orElse(null));
    }

    @GET
    @Path("/{id}")
    @Requires(RewardAccess.SHOP)
    public RewardJson one(@Context Caller caller, @PathParam("id") String id) {
        return views.reward(access.reward(caller, RewardFields.id(id)));
    }

    @POST
    @Consumes("application/json")
    @Requires(RewardAccess.MANAGE)
    public Response offer(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RewardDraftJson json) {
        RewardDraft draft = RewardFields.draft(json);
        access.mayOffer(caller, draft.area());
        long id = ids.next();
        Once once = database.once(
                IdempotencyKey.of(RewardAccess.MANAGE, caller.account(), key, json),
                work -> rewards.add(work.entities(), id, draft));
        if (!(once instanceof Once.Done done)) {
            throw ProblemException.of(422, "idempotency-key-reused");
        }
        Reward reward = rewards.find(Long.parseLong(done.answer())).orElseThrow();
        access.done(caller, RewardAccess.MANAGE, "reward:" + reward.id(), reward.area(), "done");
        return Response.status(Response.Status.CREATED)
                .entity(views.reward(reward))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Consumes("application/json")
    @Requires(RewardAccess.MANAGE)
    public RewardJson change(@Context Caller caller, @PathParam("id") String id, @NotNull @Valid RewardDraftJson json) {
        Reward reward = access.managed(caller, RewardFields.id(id));
        RewardDraft draft = RewardFields.draft(json);
        if (json.version() == null) {
            throw ProblemException.field("version", "required");
        }
        if (!draft.area().equals(reward.area())) {
            throw ProblemException.field("area", "unknown-value");
        }
        if (draft.kind() != reward.kind()) {
            throw ProblemException.field("kind", "unknown-value");
        }
        return changed(caller, rewards.change(reward.id(), json.version(), draft));
    }

    /** Calls a reward off: it leaves the shop, and whoever has exchanged points for it gets them back. */
    @POST
    @Path("/{id}/withdrawal")
    @Consumes("application/json")
    @Requires(RewardAccess.MANAGE)
    public RewardJson withdraw(@Context Caller caller, @PathParam("id") String id, @NotNull @Valid WithdrawJson json) {
        Reward reward = access.managed(caller, RewardFields.id(id));
        return changed(caller, rewards.withdraw(reward.id(), json.version()));
    }

    @GET
    @Path("/{id}/calendar")
    @Produces("text/calendar;charset=UTF-8")
    @Requires(RewardAccess.SHOP)
    public String calendar(@Context Caller caller, @PathParam("id") String id) {
        return CourseCalendar.of(access.reward(caller, RewardFields.id(id)), false);
    }

    @GET
    @Path("/{id}/picture")
    @Produces("image/jpeg")
    @Requires(RewardAccess.SHOP)
    public Response picture(@Context Caller caller, @PathParam("id") String id) {
        return image(caller, id, Picture::blob);
    }

    @GET
    @Path("/{id}/thumbnail")
    @Produces("image/jpeg")
    @Requires(RewardAccess.SHOP)
    public Response thumbnail(@Context Caller caller, @PathParam("id") String id) {
        return image(caller, id, Picture::smallBlob);
    }

    private Response image(Caller caller, String id, UnaryOperator<String> blob) {
        byte[] content = access.reward(caller, RewardFields.id(id))
                .picture()
                .map(blob)
                .flatMap(gallery::content)
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        return Response.ok(content, "image/jpeg")
                .header("Cache-Control", "private, max-age=300")
                .build();
    }

    private RewardJson changed(Caller caller, Reward reward) {
        soldOut.forget(reward.id());
        access.done(caller, RewardAccess.MANAGE, "reward:" + reward.id(), reward.area(), "done");
        return views.reward(reward);
    }
}
