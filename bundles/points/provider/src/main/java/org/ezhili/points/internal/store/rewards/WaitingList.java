package org.ezhili.points.internal.store.rewards;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Ids;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.ezhili.platform.persistence.Work;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.domain.rewards.Refusal;
import org.ezhili.points.internal.domain.rewards.Reward;
import org.ezhili.points.internal.domain.rewards.Voucher;
import org.ezhili.points.internal.store.notices.Inbox;

/**
 * Who waits for what is sold out, and gets what comes free in turn. Whoever gets it, or can't have it when it is their turn, is
 * told in the same transaction. Where a street does without points its rewards wait too.
 */
public final class WaitingList {

    private static final int AT_ONCE = 100;

    /** Why somebody can't have it when it is their turn. */
    private static final Set<String> LOSES_TURN =
            Set.of(Refusal.NOT_ENOUGH_POINTS.word(), Refusal.PERSON_LIMIT.word(), Refusal.PRICE_CHANGED.word());

    private final Database database;
    private final Redemptions redemptions;
    private final SoldOut soldOut;
    private final Inbox inbox;
    private final Supplier<Set<AreaCode>> offStreets;
    private final Ids ids;
    private final Clock clock;

    public WaitingList(
            Database database,
            Redemptions redemptions,
            SoldOut soldOut,
            Inbox inbox,
            Supplier<Set<AreaCode>> offStreets,
            Ids ids,
            Clock clock) {
        this.database = database;
        this.redemptions = redemptions;
        this.soldOut = soldOut;
        this.inbox = inbox;
        this.offStreets = offStreets;
        this.ids = ids;
        this.clock = clock;
    }

    /** Puts somebody at the end; who is on the list already keeps the place. Returns the place, beginning with 1. */
    public long join(long reward, String owner) {
        try {
            database.write(work -> {
                EntityManager em = work.entities();
                if (em.find(WaiterRow.class, new WaiterRowId(reward, owner)) == null) {
                    int counted = em.createQuery(
                                    "update RewardRow r set r.waiting = r.waiting + 1 where r.id = :id"
                                            + " and r.standing = :offered and r.closesAt > :now and (r.remaining = 0 or r.waiting > 0)")
                            .setParameter("now", clock.instant())
                            .setParameter("id", reward)
                            .setParameter("offered", RewardRow.OFFERED)
                            .executeUpdate();
                    if (counted == 0) {
                        throw whyNot(em, reward).problem();
                    }
                    long price = Rewards.find(em, reward).orElseThrow().price();
                    em.persist(WaiterRow.of(reward, owner, ids.next(), price));
                }
                return true;
            });
        } catch (DuplicateRowException twiceAtOnce) {
            return place(reward, owner).orElseThrow(() -> twiceAtOnce);
        }
        return place(reward, owner).orElseThrow(Refusal.NOT_WAITING::problem);
    }

    private Refusal whyNot(EntityManager em, long reward) {
        return Rewards.find(em, reward)
                .filter(found ->
                        found.offered() && !found.withdrawn() && clock.instant().isBefore(found.closesAt()))
                .map(open -> Refusal.SEATS_LEFT)
                .orElse(Refusal.REWARD_NOT_OPEN);
    }

    public void leave(long reward, String owner) {
        if (!dropped(reward, owner, false)) {
            throw Refusal.NOT_WAITING.problem();
        }
        soldOut.forget(reward);
    }

    /** Place on the list, beginning with 1; empty for somebody who is not on it. */
    public Optional<Long> place(long reward, String owner) {
        return database.read(em -> Optional.ofNullable(em.find(WaiterRow.class, new WaiterRowId(reward, owner)))
                .map(row -> em.createQuery(
                                "select count(w) from WaiterRow w where w.rewardId = :reward and w.turn <= :turn",
                                Long.class)
                        .setParameter("reward", reward)
                        .setParameter("turn", row.turn())
                        .getSingleResult()));
    }

    /** Gives everything that came free to those who wait for it. */
    public void serve() {
        Set<String> off = offStreets.get().stream().map(AreaCode::digits).collect(Collectors.toSet());
        List<Long> rewards = database.read(em -> {
            TypedQuery<Long> query = em.createQuery(
                            "select r.id from RewardRow r where r.waiting > 0 and r.remaining > 0 and r.standing = :offered"
                                    + " and r.opensAt <= :now and r.closesAt > :now"
                                    + (off.isEmpty() ? "" : " and r.area not in :off"),
                            Long.class)
                    .setParameter("offered", RewardRow.OFFERED)
                    .setParameter("now", clock.instant());
            if (!off.isEmpty()) {
                query.setParameter("off", off);
            }
            return query.setMaxResults(AT_ONCE).getResultList();
        });
        rewards.forEach(this::serve);
        dismiss(off);
    }

    /** Tells who waits for what was called off, or is not to be had any more, that the wait is over. */
    private void dismiss(Set<String> off) {
        List<WaiterRow> left = database.read(em -> {
            TypedQuery<WaiterRow> query = em.createQuery(
                            "select w from WaiterRow w, RewardRow r where r.id = w.rewardId and r.waiting > 0"
                                    + " and (r.standing = :withdrawn or r.closesAt <= :now)"
                                    + (off.isEmpty() ? "" : " and r.area not in :off") + " order by w.rewardId, w.turn",
                            WaiterRow.class)
                    .setParameter("withdrawn", RewardRow.WITHDRAWN)
                    .setParameter("now", clock.instant());
            if (!off.isEmpty()) {
                query.setParameter("off", off);
            }
            return query.setMaxResults(AT_ONCE).getResultList();
        });
        left.forEach(waiter -> dropped(waiter.reward(), waiter.owner(), true));
    }

    /** As {@link #serve()}, for one reward. */
    public void serve(long reward) {
        Optional<WaiterRow> waiter = next(reward);
        for (int i = 0; i < AT_ONCE && waiter.isPresent(); i++) {
            String owner = waiter.get().owner();
            try {
                redemptions.serve(reward, owner, waiter.get().price(), this::tell);
            } catch (ProblemException refusal) {
                if (!LOSES_TURN.contains(refusal.problem().code())) {
                    return;
                }
                dropped(reward, owner, true);
            }
            waiter = next(reward);
        }
    }

    private Optional<WaiterRow> next(long reward) {
        return database.read(em -> em.createQuery(
                        "select w from WaiterRow w where w.rewardId = :reward order by w.turn", WaiterRow.class)
                .setParameter("reward", reward)
                .setMaxResults(1)
                .getResultStream()
                .findFirst());
    }

    private void tell(Work work, Voucher voucher) {
        inbox.tell(
                work,
                voucher.owner(),
                new News(
                        NoticeKind.REWARD_SERVED,
                        voucher.area(),
                        voucher.id(),
                        voucher.title(),
                        voucher.price(),
                        Optional.of(voucher.expiresAt())));
    }

    private boolean dropped(long reward, String owner, boolean lostTurn) {
        return database.write(work -> {
            EntityManager em = work.entities();
            if (em.find(WaiterRow.class, new WaiterRowId(reward, owner)) == null) {
                return false;
            }
            em.createQuery("update RewardRow r set r.waiting = r.waiting - 1 where r.id = :id and r.waiting > 0")
                    .setParameter("id", reward)
                    .executeUpdate();
            if (strike(em, reward, owner) == 0) {
                throw Refusal.NOT_WAITING.problem();
            }
            if (lostTurn) {
                Reward missed = Rewards.find(em, reward).orElseThrow();
                inbox.tell(work, owner, News.of(NoticeKind.TURN_LOST, missed.area(), reward, missed.title()));
            }
            return true;
        });
    }

    /** Takes somebody off all lists, without a word. */
    public static void leaveAll(Work work, String owner) {
        EntityManager em = work.entities();
        em.createQuery("update RewardRow r set r.waiting = r.waiting - 1 where r.waiting > 0 and r.id in"
                        + " (select w.rewardId from WaiterRow w where w.owner = :owner)")
                .setParameter("owner", owner)
                .executeUpdate();
        em.createQuery("delete from WaiterRow w where w.owner = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
    }

    /** Takes somebody off the list; the reward's count is the caller's to change, first. */
    static int strike(EntityManager em, long reward, String owner) {
        return em.createQuery("delete from WaiterRow w where w.rewardId = :reward and w.owner = :owner")
                .setParameter("reward", reward)
                .setParameter("owner", owner)
                .executeUpdate();
    }
}
