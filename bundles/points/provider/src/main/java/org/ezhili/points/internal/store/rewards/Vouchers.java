package org.ezhili.points.internal.store.rewards;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.persistence.Work;
import org.ezhili.points.internal.domain.ledger.Outcome;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.domain.rewards.Refusal;
import org.ezhili.points.internal.domain.rewards.Voucher;
import org.ezhili.points.internal.domain.rewards.VoucherState;
import org.ezhili.points.internal.store.ledger.Ledger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps vouchers, and brings each to one end, once. */
public final class Vouchers {

    private static final Logger LOG = LoggerFactory.getLogger(Vouchers.class);
    private static final int AT_ONCE = 200;

    private final Database database;
    private final Ledger ledger;
    private final SoldOut soldOut;
    private final Supplier<Set<AreaCode>> offStreets;
    private final Clock clock;

    public Vouchers(
            Database database, Ledger ledger, SoldOut soldOut, Supplier<Set<AreaCode>> offStreets, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.soldOut = soldOut;
        this.offStreets = offStreets;
        this.clock = clock;
    }

    public Optional<Voucher> find(long id) {
        return database.read(
                em -> Optional.ofNullable(em.find(VoucherRow.class, id)).map(VoucherRow::toDomain));
    }

    public Optional<Voucher> ofSerial(String serial) {
        return database.read(
                em -> em.createQuery("select v from VoucherRow v where v.serial = :serial", VoucherRow.class)
                        .setParameter("serial", serial)
                        .getResultStream()
                        .findFirst()
                        .map(VoucherRow::toDomain));
    }

    /** A person's vouchers, newest first. */
    public Page<Voucher> of(String owner, Optional<VoucherState> state, PageRequest request) {
        return database.read(em -> {
            TypedQuery<VoucherRow> query = em.createQuery(
                            "select v from VoucherRow v where v.owner = :owner and v.id < :before"
                                    + (state.isPresent() ? " and v.state = :state" : "") + " order by v.id desc",
                            VoucherRow.class)
                    .setParameter("owner", owner)
                    .setParameter(
                            "before", request.cursor().map(RewardLists::cursor).orElse(Long.MAX_VALUE));
            state.ifPresent(wanted -> query.setParameter("state", wanted.word()));
            List<Voucher> vouchers = query.setMaxResults(request.limit() + 1)
                    .getResultStream()
                    .map(VoucherRow::toDomain)
                    .toList();
            return Page.of(vouchers, request.limit(), voucher -> String.valueOf(voucher.id()));
        });
    }

    /** Hands the reward over. */
    public Once collect(Voucher voucher, String by, IdempotencyKey key) {
        return database.once(key, work -> {
            Instant now = now();
            Voucher current = locked(work, voucher);
            if (!current.isHeld()) {
                throw Refusal.VOUCHER_ENDED.problem(current.state().word());
            }
            if (!now.isBefore(current.expiresAt()) && !current.isOut(now)) {
                throw Refusal.VOUCHER_EXPIRED.problem();
            }
            end(work.entities(), current, VoucherState.COLLECTED, now, by);
            moved(ledger.post(
                    work,
                    new Transfer.Redeem(
                            "redeem:" + current.source(), Redemptions.hold(current.id()), current.source())));
            return String.valueOf(current.id());
        });
    }

    /** Gives a voucher back: its points are the holder's again. */
    public Once cancel(Voucher voucher, IdempotencyKey key) {
        Once once = database.once(key, work -> {
            Voucher current = locked(work, voucher);
            Instant now = now();
            if (!current.isHeld()) {
                throw Refusal.VOUCHER_ENDED.problem(current.state().word());
            }
            if (!now.isBefore(current.cancelUntil())) {
                throw Refusal.CANCEL_TOO_LATE.problem();
            }
            if (current.isOut(now)) {
                throw Refusal.VOUCHER_SHOWN.problem();
            }
            release(work, current, VoucherState.CANCELLED, now, current.owner());
            return String.valueOf(current.id());
        });
        soldOut.forget(voucher.reward());
        return once;
    }

    /** Notes that a pass is out until then: meanwhile the voucher can't be given back. */
    public Voucher shown(Voucher voucher, Instant until) {
        return database.write(work -> {
            Voucher current = locked(work, voucher);
            if (!current.isHeld()) {
                throw Refusal.VOUCHER_ENDED.problem(current.state().word());
            }
            if (!now().isBefore(current.expiresAt())) {
                throw Refusal.VOUCHER_EXPIRED.problem();
            }
            work.entities()
                    .createQuery("update VoucherRow v set v.shownUntil = :until where v.id = :id")
                    .setParameter("until", until)
                    .setParameter("id", current.id())
                    .executeUpdate();
            return current;
        });
    }

    /**
     * Ends the vouchers that nobody collected in time, and those of rewards that were called off; the points go back. Those of a
     * street that does without points stay as they are until it has them again.
     */
    public void expire() {
        Instant now = now();
        List<Voucher> due = database.read(em -> due(em, now));
        for (Voucher voucher : due) {
            try {
                expire(voucher, now);
            } catch (IllegalStateException off) {
                // what is off with one voucher must not keep the others from their end
                LOG.error("voucher {} can't be ended; look with ezhili:points-reconcile", voucher.id(), off);
            }
        }
    }

    private void expire(Voucher voucher, Instant now) {
        database.write(work -> {
            Voucher current = locked(work, voucher);
            if (!current.isHeld() || current.isOut(now) || now.isBefore(current.expiresAt())) {
                return current;
            }
            boolean calledOff = Rewards.find(work.entities(), current.reward())
                    .orElseThrow()
                    .withdrawn();
            return release(work, current, calledOff ? VoucherState.CANCELLED : VoucherState.EXPIRED, now, "");
        });
        soldOut.forget(voucher.reward());
    }

    private List<Voucher> due(EntityManager em, Instant now) {
        Set<String> off = offStreets.get().stream().map(AreaCode::digits).collect(Collectors.toSet());
        TypedQuery<VoucherRow> query = em.createQuery(
                        "select v from VoucherRow v where v.state = :held and v.expiresAt <= :now and v.shownUntil <= :told"
                                + (off.isEmpty() ? "" : " and v.area not in :off") + " order by v.expiresAt",
                        VoucherRow.class)
                .setParameter("held", VoucherState.HELD.word())
                .setParameter("now", now)
                .setParameter("told", now.minus(Voucher.COUNTER_TELLS));
        if (!off.isEmpty()) {
            query.setParameter("off", off);
        }
        return query.setMaxResults(AT_ONCE)
                .getResultStream()
                .map(VoucherRow::toDomain)
                .toList();
    }

    /** The voucher as it is, nobody else's until the transaction ends: all who change it have its owner's account first. */
    private Voucher locked(Work work, Voucher voucher) {
        ledger.lock(work, voucher.owner());
        VoucherRow row = work.entities().find(VoucherRow.class, voucher.id());
        return row.toDomain();
    }

    private Voucher release(Work work, Voucher voucher, VoucherState state, Instant now, String by) {
        EntityManager em = work.entities();
        end(em, voucher, state, now, by);
        moved(ledger.post(
                work,
                new Transfer.Release("release:" + voucher.source(), Redemptions.hold(voucher.id()), voucher.source())));
        em.createQuery(
                        "update RewardRow r set r.remaining = r.remaining + 1 where r.id = :id and r.remaining < r.stock")
                .setParameter("id", voucher.reward())
                .executeUpdate();
        em.clear();
        return em.find(VoucherRow.class, voucher.id()).toDomain();
    }

    private static void end(EntityManager em, Voucher voucher, VoucherState state, Instant now, String by) {
        int ended = em.createQuery("update VoucherRow v set v.state = :state, v.endedAt = :now, v.endedBy = :by"
                        + " where v.id = :id and v.state = :held")
                .setParameter("state", state.word())
                .setParameter("now", now)
                .setParameter("by", by)
                .setParameter("id", voucher.id())
                .setParameter("held", VoucherState.HELD.word())
                .executeUpdate();
        if (ended == 0) {
            throw Refusal.VOUCHER_ENDED.problem("");
        }
    }

    private static void moved(Outcome outcome) {
        if (!(outcome instanceof Outcome.Posted)) {
            throw new IllegalStateException("the ledger and a voucher disagree: " + outcome);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
