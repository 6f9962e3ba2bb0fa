package org.ezhili.points.internal.store.rewards;

import java.security.SecureRandom;
import java.sql.SQLTransactionRollbackException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.persistence.EntityManager;
import javax.persistence.PersistenceException;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Ids;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.persistence.Work;
import org.ezhili.points.internal.domain.ledger.Outcome;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.domain.rewards.Refusal;
import org.ezhili.points.internal.domain.rewards.Reward;
import org.ezhili.points.internal.domain.rewards.Voucher;
import org.ezhili.points.internal.domain.rewards.VoucherCode;
import org.ezhili.points.internal.domain.rewards.VoucherState;
import org.ezhili.points.internal.store.ledger.Ledger;

/**
 * Exchanges points for rewards. Every transaction takes first the owner's account, which makes a person's own limit exact,
 * and last the reward's row, on which everybody meets: it is locked for one update and the commit.
 */
public final class Redemptions {

    private final Database database;
    private final Ledger ledger;
    private final SoldOut soldOut;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public Redemptions(Database database, Ledger ledger, SoldOut soldOut, Ids ids, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.soldOut = soldOut;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Exchanges points for one of a reward.
     *
     * @param price that the person was shown
     * @return the id of the voucher, of the first time when the key is known
     */
    public Once redeem(long reward, String owner, long price, IdempotencyKey key) {
        soldOut.refuse(reward, owner);
        long id = ids.next();
        try {
            return database.once(key, work -> {
                take(work, id, reward, owner, Optional.of(price), false);
                return String.valueOf(id);
            });
        } catch (ProblemException refusal) {
            if (refusal.problem().code().equals(Refusal.SOLD_OUT.word())) {
                soldOut.learn(reward);
            }
            throw refusal;
        }
    }

    /**
     * Gives what came free to the one whose turn it is; a waiter who can't have it any more loses the turn.
     *
     * @param most what it may cost; empty when that is not known
     * @param then what else belongs into the transaction, with the voucher that was given
     */
    void serve(long reward, String waiter, Optional<Long> most, BiConsumer<Work, Voucher> then) {
        long id = ids.next();
        try {
            database.write(work -> {
                then.accept(work, take(work, id, reward, waiter, most, true));
                return true;
            });
        } finally {
            soldOut.forget(reward);
        }
    }

    private Voucher take(Work work, long id, long rewardId, String owner, Optional<Long> shownPrice, boolean waited) {
        EntityManager em = work.entities();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Reward reward = Rewards.find(em, rewardId).orElseThrow(() -> ProblemException.of(404, "not-found"));
        if (!reward.isOpen(now)) {
            throw Refusal.REWARD_NOT_OPEN.problem();
        }
        if (waited ? reward.remaining() == 0 : reward.isSoldOut()) {
            throw Refusal.SOLD_OUT.problem();
        }
        if (shownPrice.isPresent()
                && (waited ? shownPrice.get() < reward.price() : shownPrice.get() != reward.price())) {
            throw Refusal.PRICE_CHANGED.problem(reward.price());
        }
        Transfer hold = new Transfer.Hold(hold(id), owner, reward.only(), reward.price(), Voucher.source(id));
        if (!(ledger.post(work, hold) instanceof Outcome.Posted)) {
            throw Refusal.NOT_ENOUGH_POINTS.problem(reward.price());
        }
        if (reward.perPerson() > 0 && count(em, rewardId, owner) >= reward.perPerson()) {
            throw Refusal.PERSON_LIMIT.problem(reward.perPerson());
        }
        Voucher voucher = new Voucher(
                id,
                VoucherCode.newSerial(random),
                rewardId,
                reward.area(),
                reward.title(),
                owner,
                reward.price(),
                VoucherState.HELD,
                now,
                reward.cutOff(now),
                reward.expiry(now),
                now.minus(Voucher.COUNTER_TELLS),
                Optional.empty());
        em.persist(VoucherRow.from(voucher));
        em.flush();
        if (reserve(em, reward, waited) == 0) {
            throw isChanged(em, reward) ? again() : Refusal.SOLD_OUT.problem();
        }
        if (waited && WaitingList.strike(em, rewardId, owner) == 0) {
            throw Refusal.NOT_WAITING.problem();
        }
        return voucher;
    }

    private static int reserve(EntityManager em, Reward reward, boolean waited) {
        return em.createQuery("update RewardRow r set r.remaining = r.remaining - 1"
                        + (waited ? ", r.waiting = r.waiting - 1" : "")
                        + " where r.id = :id and r.version = :version and r.remaining > 0 and r.standing = :offered and "
                        + (waited ? "r.waiting > 0" : "r.waiting = 0"))
                .setParameter("id", reward.id())
                .setParameter("version", reward.version())
                .setParameter("offered", RewardRow.OFFERED)
                .executeUpdate();
    }

    private static boolean isChanged(EntityManager em, Reward reward) {
        return !em.createQuery("select r.id from RewardRow r where r.id = :id and r.version <> :version", Long.class)
                .setParameter("id", reward.id())
                .setParameter("version", reward.version())
                .getResultList()
                .isEmpty();
    }

    /** Somebody has changed the reward meanwhile, its days perhaps: all of it is done anew, with what is so now. */
    private static PersistenceException again() {
        return new PersistenceException(new SQLTransactionRollbackException("the reward was changed", "40001"));
    }

    private static long count(EntityManager em, long reward, String owner) {
        return em.createQuery(
                        "select count(v) from VoucherRow v where v.rewardId = :reward and v.owner = :owner"
                                + " and (v.state = :held or v.state = :collected)",
                        Long.class)
                .setParameter("reward", reward)
                .setParameter("owner", owner)
                .setParameter("held", VoucherState.HELD.word())
                .setParameter("collected", VoucherState.COLLECTED.word())
                .getSingleResult();
    }

    static String hold(long voucher) {
        return "hold:" + Voucher.source(voucher);
    }
}
