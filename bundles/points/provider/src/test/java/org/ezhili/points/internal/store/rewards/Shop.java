package org.ezhili.points.internal.store.rewards;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.persistence.Once;
import org.ezhili.points.internal.domain.ledger.Outcome;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.domain.rewards.Reward;
import org.ezhili.points.internal.domain.rewards.RewardDraft;
import org.ezhili.points.internal.domain.rewards.Voucher;
import org.ezhili.points.internal.store.ledger.Ledger;
import org.ezhili.points.internal.store.notices.Inbox;

/** Everything that rewards need, on a database, with streets that have points to give. */
final class Shop {

    static final String DONE = "done";

    final TestDatabase db;
    final Set<AreaCode> off = new HashSet<>();
    final Inbox inbox;
    final Ledger ledger;
    final Rewards rewards;
    final SoldOut soldOut;
    final Redemptions redemptions;
    final Vouchers vouchers;
    final WaitingList waiting;

    Shop(TestDatabase db) {
        this.db = db;
        inbox = new Inbox(db.database(), () -> off, db.ids(), db.clock());
        ledger = new Ledger(db.database(), db.ids(), db.clock(), ZoneId.of("Asia/Shanghai"));
        rewards = new Rewards(db.database(), db.ids(), db.clock());
        soldOut = new SoldOut(db.database(), db.clock());
        redemptions = new Redemptions(db.database(), ledger, soldOut, db.ids(), db.clock());
        vouchers = new Vouchers(db.database(), ledger, soldOut, () -> off, db.clock());
        waiting = new WaitingList(db.database(), redemptions, soldOut, inbox, () -> off, db.ids(), db.clock());
    }

    Reward offer(RewardDraft draft) {
        long id = db.ids().next();
        db.database().write(work -> rewards.add(work.entities(), id, draft));
        return rewards.find(id).orElseThrow();
    }

    void give(String owner, AreaCode street, long points) {
        budget(street);
        Outcome outcome = ledger.post(new Transfer.Earn(
                "earn:" + db.ids().next(), owner, street, points, LocalDate.parse("2027-03-01"), "gift"));
        if (!(outcome instanceof Outcome.Posted)) {
            throw new IllegalStateException(outcome.toString());
        }
    }

    Voucher redeem(Reward reward, String owner) {
        Once once = redemptions.redeem(reward.id(), owner, reward.price(), key(owner, null));
        return vouchers.find(Long.parseLong(((Once.Done) once).answer())).orElseThrow();
    }

    Once cancel(Voucher voucher) {
        return vouchers.cancel(voucher, key(voucher.owner(), null));
    }

    /** The code of the refusal, or {@link #DONE}. */
    static String tried(Runnable call) {
        try {
            call.run();
            return DONE;
        } catch (ProblemException refusal) {
            return refusal.problem().code();
        }
    }

    static IdempotencyKey key(String owner, String value) {
        return IdempotencyKey.of("points.shop", owner, value, "content");
    }

    static <T> List<T> together(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(32);
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private void budget(AreaCode street) {
        try (Connection connection = db.dataSource().getConnection();
                PreparedStatement known =
                        connection.prepareStatement("SELECT amount FROM points.budget WHERE street = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO points.budget (street, budget_year, amount, given, set_by, set_at)"
                                + " VALUES (?, 2026, 1000000, 0, 'street.east', CURRENT_TIMESTAMP)")) {
            known.setString(1, street.digits());
            if (!known.executeQuery().next()) {
                insert.setString(1, street.digits());
                insert.executeUpdate();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
