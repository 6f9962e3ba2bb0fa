package org.ezhili.distribution.benchmarks.points;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.ProblemException;
import org.ezhili.points.internal.domain.rewards.Refusal;
import org.ezhili.points.internal.domain.rewards.RewardDraft;
import org.ezhili.points.internal.domain.rewards.RewardKind;
import org.ezhili.points.internal.store.rewards.Redemptions;
import org.ezhili.points.internal.store.rewards.Rewards;
import org.ezhili.points.internal.store.rewards.SoldOut;

/** Ten thousand people who want one of fifty seats within the same second, each with one wish at a moment of their own. */
final class SeatRush {

    static final int PEOPLE = 10_000;
    static final int SEATS = 50;
    private static final int DOORS = 64;
    private static final long MICROS_BETWEEN = 1_000_000 / PEOPLE;
    private static final long PRICE = 10;
    private static final double HUNDREDTH = 0.99;

    private final Books books;
    private final Rewards rewards;
    private final Redemptions redemptions;

    SeatRush(Books books) {
        this.books = books;
        SoldOut soldOut = new SoldOut(books.database(), books.clock());
        rewards = new Rewards(books.database(), books.ids(), books.clock());
        redemptions = new Redemptions(books.database(), books.ledger(), soldOut, books.ids(), books.clock());
    }

    /** Seconds within which 99 of 100 had their answer, counted from when they asked. */
    double seconds() {
        long course = offer();
        ExecutorService doors = Executors.newFixedThreadPool(DOORS);
        try {
            long begin = System.nanoTime();
            List<CompletableFuture<Answer>> answers = new ArrayList<>();
            for (int person = 0; person < PEOPLE; person++) {
                Executor inTime =
                        CompletableFuture.delayedExecutor(person * MICROS_BETWEEN, TimeUnit.MICROSECONDS, doors);
                long asked = begin + TimeUnit.MICROSECONDS.toNanos(person * MICROS_BETWEEN);
                String owner = Books.owner(person);
                answers.add(CompletableFuture.supplyAsync(() -> ask(course, owner, asked), inTime));
            }
            List<Answer> all = answers.stream().map(CompletableFuture::join).toList();
            long sold = all.stream().filter(Answer::sold).count();
            if (sold != SEATS) {
                throw new IllegalStateException(sold + " seats were sold of " + SEATS);
            }
            double[] waits = all.stream().mapToDouble(Answer::seconds).sorted().toArray();
            return waits[(int) (PEOPLE * HUNDREDTH)];
        } finally {
            doors.shutdownNow();
        }
    }

    private record Answer(boolean sold, double seconds) {}

    private Answer ask(long course, String owner, long asked) {
        boolean sold = true;
        try {
            redemptions.redeem(course, owner, PRICE, IdempotencyKey.of("points.shop", owner, null, course));
        } catch (ProblemException refusal) {
            if (!refusal.problem().code().equals(Refusal.SOLD_OUT.word())) {
                throw refusal;
            }
            sold = false;
        }
        return new Answer(sold, (System.nanoTime() - asked) / 1e9);
    }

    private long offer() {
        Instant now = books.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        RewardDraft draft = new RewardDraft(
                AreaCode.of(Books.STREET),
                RewardKind.COURSE,
                "summer camp",
                "",
                PRICE,
                SEATS,
                1,
                now.minusSeconds(1),
                now.plus(Duration.ofDays(1)),
                7,
                Optional.empty(),
                true,
                List.of(new RewardDraft.MeetingDraft(
                        Optional.empty(), now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(3)), "hall")));
        long id = books.ids().next();
        books.database().write(work -> rewards.add(work.entities(), id, draft));
        return id;
    }
}
