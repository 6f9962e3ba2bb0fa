package org.ezhili.points.internal.rest.rewards;

import java.time.Clock;
import java.util.Base64;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Context;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.domain.rewards.Refusal;
import org.ezhili.points.internal.domain.rewards.Voucher;
import org.ezhili.points.internal.domain.rewards.VoucherPass;
import org.ezhili.points.internal.store.rewards.VoucherKeys;
import org.ezhili.points.internal.store.rewards.Vouchers;
import org.jspecify.annotations.Nullable;

/** The counter: look at a voucher by its code, hand the reward over, once. */
@Path("/v1/counter")
@Produces("application/json")
public final class CounterResource {

    private final RewardAccess access;
    private final Vouchers vouchers;
    private final RewardViews views;
    private final VoucherKeys keys;
    private final Clock clock;

    public CounterResource(RewardAccess access, Vouchers vouchers, RewardViews views, VoucherKeys keys, Clock clock) {
        this.access = access;
        this.vouchers = vouchers;
        this.views = views;
        this.keys = keys;
        this.clock = clock;
    }

    /** With which a counter verifies passes while it has no line. */
    @GET
    @Path("/key")
    @Requires(RewardAccess.COUNTER)
    public CounterKeyJson key(@Context Caller caller) {
        access.on(caller);
        return new CounterKeyJson(
                "Ed25519",
                Base64.getEncoder().encodeToString(keys.keys().publicKey().getEncoded()),
                VoucherPass.GOOD_FOR.toSeconds(),
                Voucher.COUNTER_TELLS.toSeconds());
    }

    @GET
    @Path("/vouchers/{code}")
    @Requires(RewardAccess.COUNTER)
    public VoucherJson look(@Context Caller caller, @PathParam("code") String code) {
        return views.atCounter(voucher(caller, code));
    }

    @POST
    @Path("/collections")
    @Consumes("application/json")
    @Requires(RewardAccess.COUNTER)
    public VoucherJson collect(
            @Context Caller caller,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @NotNull @Valid CollectJson json) {
        if (json.code() != null && json.pass() != null) {
            throw ProblemException.field("pass", "not-wanted");
        }
        Voucher voucher = json.pass() == null ? voucher(caller, typed(json)) : scanned(caller, json.pass());
        Once once = vouchers.collect(
                voucher, caller.account(), IdempotencyKey.of(RewardAccess.COUNTER, caller.account(), key, json));
        if (!(once instanceof Once.Done)) {
            throw ProblemException.of(422, "idempotency-key-reused");
        }
        access.done(caller, RewardAccess.COUNTER, voucher.source(), voucher.area(), "done");
        return views.atCounter(vouchers.find(voucher.id()).orElseThrow());
    }

    private Voucher voucher(Caller caller, String code) {
        Voucher voucher =
                keys.keys().codes().serial(code).flatMap(vouchers::ofSerial).orElseThrow(() -> access.notOurs(caller));
        access.atCounter(caller, voucher);
        return voucher;
    }

    private static String typed(CollectJson json) {
        if (json.code() == null) {
            throw ProblemException.field("code", "required");
        }
        return json.code();
    }

    private Voucher scanned(Caller caller, String pass) {
        VoucherPass.Shown shown =
                VoucherPass.read(keys.keys().publicKey(), pass).orElseThrow(() -> access.notOurs(caller));
        Voucher voucher = voucher(caller, shown.code());
        if (voucher.isHeld() && !clock.instant().isBefore(shown.until())) {
            throw Refusal.PASS_EXPIRED.problem();
        }
        return voucher;
    }
}
