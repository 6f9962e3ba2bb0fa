package org.ezhili.points.internal.rest.rewards;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.Response;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.rewards.CourseCalendar;
import org.ezhili.points.internal.domain.rewards.Reward;
import org.ezhili.points.internal.domain.rewards.Voucher;
import org.ezhili.points.internal.domain.rewards.VoucherPass;
import org.ezhili.points.internal.domain.rewards.VoucherState;
import org.ezhili.points.internal.rest.PageJson;
import org.ezhili.points.internal.store.rewards.Redemptions;
import org.ezhili.points.internal.store.rewards.VoucherKeys;
import org.ezhili.points.internal.store.rewards.Vouchers;
import org.ezhili.points.internal.store.rewards.WaitingList;
import org.jspecify.annotations.Nullable;

/** A person's own vouchers: exchange points, show, give back. */
@Path("/v1/vouchers")
@Produces("application/json")
public final class VouchersResource {

    private final RewardAccess access;
    private final Redemptions redemptions;
    private final Vouchers vouchers;
    private final WaitingList waiting;
    private final RewardViews views;
    private final VoucherKeys keys;
    private final Clock clock;

    public VouchersResource(
            RewardAccess access,
            Redemptions redemptions,
            Vouchers vouchers,
            WaitingList waiting,
            RewardViews views,
            VoucherKeys keys,
            Clock clock) {
        this.access = access;
        this.redemptions = redemptions;
        this.vouchers = vouchers;
        this.waiting = waiting;
        this.views = views;
        this.keys = keys;
        this.clock = clock;
    }

    @POST
    @Consumes("application/json")
    @Requires(RewardAccess.SHOP)
    public Response redeem(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid RedeemJson json) {
        Reward reward = access.reward(caller, RewardFields.id(json.reward()));
        Once once = redemptions.redeem(
                reward.id(),
                caller.account(),
                json.price(),
                IdempotencyKey.of(RewardAccess.SHOP, caller.account(), key, json));
        if (!(once instanceof Once.Done done)) {
            throw ProblemException.of(422, "idempotency-key-reused");
        }
        Voucher voucher = vouchers.find(Long.parseLong(done.answer())).orElseThrow();
        return Response.status(Response.Status.CREATED)
                .entity(views.own(voucher))
                .build();
    }

    @GET
    @Requires(RewardAccess.SHOP)
    public PageJson<VoucherJson> list(
            @Context Caller caller,
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        access.on(caller);
        Optional<VoucherState> wanted = Optional.ofNullable(state).map(word -> VoucherState.ofWord(word)
                .orElseThrow(() -> ProblemException.field("state", "unknown-value")));
        Page<Voucher> page = vouchers.of(caller.account(), wanted, PageRequest.of(limit, cursor));
        return new PageJson<>(views.own(page.items()), page.next().orElse(null));
    }

    @GET
    @Path("/{id}")
    @Requires(RewardAccess.SHOP)
    public VoucherJson one(@Context Caller caller, @PathParam("id") String id) {
        return views.own(own(caller, id));
    }

    @POST
    @Path("/{id}/cancellation")
    @Requires(RewardAccess.SHOP)
    public VoucherJson cancel(
            @Context Caller caller, @HeaderParam("Idempotency-Key") @Nullable String key, @PathParam("id") String id) {
        Voucher voucher = own(caller, id);
        Once once =
                vouchers.cancel(voucher, IdempotencyKey.of("points.cancel", caller.account(), key, voucher.source()));
        if (!(once instanceof Once.Done)) {
            throw ProblemException.of(422, "idempotency-key-reused");
        }
        waiting.serve(voucher.reward());
        return views.own(vouchers.find(voucher.id()).orElseThrow());
    }

    /** What the holder shows at a counter. While it may still be used there, the voucher can't be given back. */
    @POST
    @Path("/{id}/pass")
    @Requires(RewardAccess.SHOP)
    public PassJson pass(@Context Caller caller, @PathParam("id") String id) {
        Instant until = clock.instant().plus(VoucherPass.GOOD_FOR).truncatedTo(ChronoUnit.SECONDS);
        Voucher voucher = vouchers.shown(own(caller, id), until);
        VoucherKeys.Keys signing = keys.keys();
        String code = signing.codes().of(voucher.serial());
        return new PassJson(VoucherPass.sign(signing.privateKey(), code, voucher, until), until);
    }

    /** The course's meetings; all called off when the seat was given back. */
    @GET
    @Path("/{id}/calendar")
    @Produces("text/calendar;charset=UTF-8")
    @Requires(RewardAccess.SHOP)
    public String calendar(@Context Caller caller, @PathParam("id") String id) {
        Voucher voucher = own(caller, id);
        boolean gone = voucher.state() == VoucherState.CANCELLED || voucher.state() == VoucherState.EXPIRED;
        return CourseCalendar.of(access.course(voucher), gone);
    }

    private Voucher own(Caller caller, String id) {
        return access.own(caller, vouchers.find(RewardFields.id(id)));
    }
}
