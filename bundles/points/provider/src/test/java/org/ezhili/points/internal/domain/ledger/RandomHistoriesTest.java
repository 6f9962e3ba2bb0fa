package org.ezhili.points.internal.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.ezhili.platform.AreaCode;
import org.junit.jupiter.api.Test;

/**
 * Whatever happens in whatever order, the ledger's rules hold after every step. A history that breaks one is cut down to the
 * steps that it takes, and printed. {@code -Dezhili.histories} says how many histories of {@value #LENGTH} steps are tried:
 * a million steps, if it does not.
 */
class RandomHistoriesTest {

    private static final int LENGTH = 200;
    private static final int HISTORIES = Integer.getInteger("ezhili.histories", 5_000);
    private static final long SEED = Long.getLong("ezhili.seed", 20_260_302L);
    private static final LocalDate START = LocalDate.of(2026, 3, 2);
    private static final List<AreaCode> STREETS = List.of(AreaCode.of("340603002"), AreaCode.of("340603003"));

    /** One step: days pass, then a transfer is wished for. */
    private record Move(int days, Transfer transfer) {}

    @Test
    void whatever_happens_the_rules_of_the_ledger_hold() {
        for (int history = 0; history < HISTORIES; history++) {
            List<Move> moves = moves(new Random(SEED + history));
            Optional<String> broken = broken(moves);
            if (broken.isPresent()) {
                List<Move> least = shrunk(moves);
                fail("history " + history + ": " + broken(least).orElse("?") + "\n"
                        + String.join("\n", least.stream().map(Move::toString).toList()));
            }
        }
    }

    @Test
    void a_planted_fault_is_found_and_cut_down() {
        List<Move> moves = new ArrayList<>(moves(new Random(1)));
        moves.add(new Move(0, null));
        assertThat(broken(moves)).isPresent();
        assertThat(shrunk(moves)).hasSize(1);
    }

    private static List<Move> moves(Random random) {
        List<Move> moves = new ArrayList<>();
        List<String> keys = new ArrayList<>(List.of("none"));
        for (int i = 0; i < LENGTH; i++) {
            String key = random.nextInt(20) == 0 ? keys.get(random.nextInt(keys.size())) : "k" + i;
            String owner = "owner" + random.nextInt(3);
            String of = keys.get(Math.max(0, keys.size() - 1 - random.nextInt(Math.min(keys.size(), 12))));
            AreaCode street = STREETS.get(random.nextInt(2));
            long amount = 1 + random.nextInt(random.nextInt(8) == 0 ? 100 : 12);
            Optional<AreaCode> only = random.nextInt(3) == 0 ? Optional.of(street) : Optional.empty();
            Transfer transfer =
                    switch (random.nextInt(10)) {
                        case 0, 1, 2 ->
                            new Transfer.Earn(
                                    key, owner, street, amount, START.plusDays(1 + random.nextInt(60)), "source");
                        case 3, 4, 5 -> new Transfer.Hold(key, owner, only, amount, "source");
                        case 6 -> new Transfer.Redeem(key, of, "source");
                        case 7 -> new Transfer.Release(key, of, "source");
                        case 8 -> new Transfer.Reverse(key, of, "source");
                        default -> new Transfer.Expire(1 + random.nextInt(3 * i + 3), START.plusDays(i / 4));
                    };
            keys.add(transfer.key());
            moves.add(new Move(i / 4, transfer));
        }
        return moves;
    }

    /** What is wrong after some step, if anything. */
    private static Optional<String> broken(List<Move> moves) {
        MemoryBooks books = new MemoryBooks();
        STREETS.forEach(street -> books.budget(street, 700));
        Map<Long, Posting> all = new HashMap<>();
        for (Move move : moves) {
            LocalDate today = START.plusDays(move.days());
            try {
                Outcome outcome = new Bookkeeping(books, Instant.EPOCH, today).post(move.transfer());
                List<Posting> made = books.takeFresh();
                Optional<String> wrong = wrong(books, move, outcome, made, all);
                if (wrong.isPresent()) {
                    return wrong.map(what -> what + " after " + move);
                }
            } catch (RuntimeException | AssertionError failure) {
                return Optional.of(failure + " at " + move);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> wrong(
            MemoryBooks books, Move move, Outcome outcome, List<Posting> made, Map<Long, Posting> all) {
        boolean moved = outcome instanceof Outcome.Posted posted && !posted.repeated();
        if (moved == made.isEmpty()) {
            return Optional.of("postings don't fit the outcome " + outcome);
        }
        for (Posting posting : made) {
            Map<Long, Long> sums = new HashMap<>();
            posting.legs().forEach(leg -> sums.merge(leg.lot(), leg.amount(), Long::sum));
            long comes = posting.legs().stream()
                    .mapToLong(leg -> Math.max(0, leg.amount()))
                    .sum();
            if (sums.values().stream().anyMatch(sum -> sum != 0) || comes != posting.amount()) {
                return Optional.of("unbalanced " + posting);
            }
        }
        if (books.total() != 0) {
            return Optional.of("the sum is " + books.total());
        }
        for (AccountKind kind :
                List.of(AccountKind.OWNER, AccountKind.ESCROW, AccountKind.REDEEMED, AccountKind.EXPIRED)) {
            if (books.total(kind) < 0) {
                return Optional.of("negative " + kind);
            }
        }
        if (STREETS.stream().anyMatch(street -> books.budgetLeft(street) < 0)) {
            return Optional.of("over the budget");
        }
        return made.stream()
                .map(posting -> books.account(posting.account()))
                .flatMap(holding -> standing(books, holding).stream())
                .findFirst()
                .or(() -> order(books, move, made))
                .or(() -> restored(made, all));
    }

    private static Optional<String> standing(MemoryBooks books, Holding holding) {
        long lots = 0;
        for (Lot lot : books.open(holding.account())) {
            lots += lot.remaining();
            if (books.of(lot.id(), AccountKind.OWNER) != lot.remaining()) {
                return Optional.of("legs and lot disagree: " + lot);
            }
        }
        if (lots != holding.balance()) {
            return Optional.of("balance " + holding.balance() + ", lots " + lots);
        }
        boolean negative = holding.balance() < 0 || holding.held() < 0 || holding.debt() < 0;
        return negative || holding.debt() > 0 && holding.balance() > 0
                ? Optional.of("has " + holding.balance() + ", holds " + holding.held() + ", owes " + holding.debt())
                : Optional.empty();
    }

    /** What is left open lapses after everything that was taken, and nothing that has lapsed is taken. */
    private static Optional<String> order(MemoryBooks books, Move move, List<Posting> made) {
        if (!(move.transfer() instanceof Transfer.Hold hold) || made.isEmpty()) {
            return Optional.empty();
        }
        LocalDate today = START.plusDays(move.days());
        List<Lot> taken = made.get(0).legs().stream()
                .filter(leg -> leg.kind() == AccountKind.ESCROW)
                .map(leg -> books.lot(leg.lot()).orElseThrow())
                .toList();
        LocalDate last = taken.get(taken.size() - 1).expiresOn();
        for (Lot lot : books.open(made.get(0).account())) {
            boolean wanted = lot.expiresOn().isAfter(today)
                    && hold.only().map(lot.street()::equals).orElse(true);
            if (wanted && lot.expiresOn().isBefore(last)) {
                return Optional.of("left " + lot + " though it lapses first");
            }
        }
        return taken.stream().allMatch(lot -> lot.expiresOn().isAfter(today))
                ? Optional.empty()
                : Optional.of("took what has lapsed");
    }

    /** What gives points back gives them to the very same lots. */
    private static Optional<String> restored(List<Posting> made, Map<Long, Posting> all) {
        made.forEach(posting -> all.put(posting.id(), posting));
        if (made.isEmpty() || made.get(0).closes().isEmpty()) {
            return Optional.empty();
        }
        Posting closing = made.get(0);
        Posting closed = all.get(closing.closes().get());
        boolean back = closing.kind() == PostingKind.RELEASE
                || closing.kind() == PostingKind.REVERSE && closed.kind() != PostingKind.EARN;
        Map<Long, Long> came = new HashMap<>();
        closed.legs().stream()
                .filter(leg -> leg.amount() > 0)
                .forEach(leg -> came.merge(leg.lot(), leg.amount(), Long::sum));
        Map<Long, Long> given = new HashMap<>();
        closing.legs().stream()
                .filter(leg -> leg.kind() == AccountKind.OWNER)
                .forEach(leg -> given.merge(leg.lot(), leg.amount(), Long::sum));
        return back && !came.equals(given) ? Optional.of(closing + " does not restore " + closed) : Optional.empty();
    }

    /** Leaves out steps as long as what remains is broken too: first many at once, then one by one. */
    private static List<Move> shrunk(List<Move> moves) {
        List<Move> least = moves;
        for (int size = Math.max(1, moves.size() / 2); size > 0; size /= 2) {
            for (int from = 0; from + size <= least.size(); ) {
                List<Move> fewer = new ArrayList<>(least.subList(0, from));
                fewer.addAll(least.subList(from + size, least.size()));
                if (broken(fewer).isPresent()) {
                    least = fewer;
                } else {
                    from += size;
                }
            }
        }
        return least;
    }
}
