package org.ezhili.points.internal.domain.ledger;

import static org.ezhili.points.internal.domain.ledger.AccountKind.DEBT;
import static org.ezhili.points.internal.domain.ledger.AccountKind.ESCROW;
import static org.ezhili.points.internal.domain.ledger.AccountKind.EXPIRED;
import static org.ezhili.points.internal.domain.ledger.AccountKind.ISSUER;
import static org.ezhili.points.internal.domain.ledger.AccountKind.OWNER;
import static org.ezhili.points.internal.domain.ledger.AccountKind.REDEEMED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ezhili.points.internal.domain.ledger.Outcome.Posted;
import org.ezhili.points.internal.domain.ledger.Outcome.Reason;
import org.ezhili.points.internal.domain.ledger.Outcome.Refused;

/**
 * Turns wishes into postings. The rules of the ledger: a posting's legs are zero in sum, for each lot; no owner has fewer than
 * zero points; who owes has no points left, because points that come pay the debt at once; a posting is closed once.
 */
public final class Bookkeeping {

    private static final Map<PostingKind, Set<PostingKind>> CLOSABLE = Map.of(
            PostingKind.REDEEM, Set.of(PostingKind.HOLD),
            PostingKind.RELEASE, Set.of(PostingKind.HOLD),
            PostingKind.REVERSE, Set.of(PostingKind.EARN, PostingKind.HOLD, PostingKind.REDEEM, PostingKind.EXPIRE));

    private final Books books;
    private final Instant now;
    private final LocalDate today;

    /** @param today the day of {@code now} where the streets are */
    public Bookkeeping(Books books, Instant now, LocalDate today) {
        this.books = books;
        this.now = now;
        this.today = today;
    }

    public Outcome post(Transfer transfer) {
        return books.posting(transfer.key())
                .map(known -> repeat(transfer, known))
                .orElseGet(() -> first(transfer));
    }

    private Outcome repeat(Transfer transfer, Posting known) {
        return known.kind() == transfer.kind() && isSame(transfer, known)
                ? new Posted(known.id(), known.amount(), true)
                : new Refused(Reason.KEY_REUSED);
    }

    private boolean isSame(Transfer transfer, Posting known) {
        if (transfer instanceof Transfer.Earn earn) {
            return known.amount() == earn.amount() && isOf(known, earn.owner());
        }
        if (transfer instanceof Transfer.Hold hold) {
            return known.amount() == hold.amount() && isOf(known, hold.owner());
        }
        return transfer.referred()
                .map(of -> books.posting(of).map(Posting::id).equals(known.closes()))
                .orElse(true);
    }

    private boolean isOf(Posting known, String owner) {
        return known.account() == books.owner(owner).account();
    }

    private Outcome first(Transfer transfer) {
        if (transfer instanceof Transfer.Earn earn) {
            return earn(earn);
        }
        if (transfer instanceof Transfer.Hold hold) {
            return hold(hold);
        }
        if (transfer instanceof Transfer.Expire expire) {
            return expire(expire);
        }
        return transfer.referred()
                .flatMap(books::posting)
                .filter(of -> CLOSABLE.getOrDefault(transfer.kind(), Set.of()).contains(of.kind()))
                .map(of -> close(transfer, of))
                .orElse(new Refused(Reason.NO_SUCH_POSTING));
    }

    private Outcome earn(Transfer.Earn earn) {
        if (books.budgetLeft(earn.street()) < earn.amount()) {
            return new Refused(Reason.BUDGET);
        }
        Holding holding = books.owner(earn.owner());
        Lot lot = new Lot(
                books.nextId(), holding.account(), earn.street(), earn.amount(), earn.amount(), 0, earn.expiresOn());
        books.put(lot);
        holding.come(earn.amount());
        List<Leg> legs = List.of(
                new Leg(ISSUER, lot.issuer(), lot.id(), -earn.amount()),
                new Leg(OWNER, holding.account(), lot.id(), earn.amount()));
        return posted(earn, holding, earn.amount(), Optional.empty(), legs);
    }

    private Outcome hold(Transfer.Hold hold) {
        Holding holding = books.owner(hold.owner());
        List<Lot> taken = new ArrayList<>();
        long missing = hold.amount();
        if (holding.balance() >= missing) {
            for (Lot lot : books.open(holding.account())) {
                if (lot.expiresOn().isAfter(today)
                        && hold.only().map(lot.street()::equals).orElse(true)) {
                    taken.add(lot);
                    missing -= Math.min(missing, lot.remaining());
                    if (missing == 0) {
                        break;
                    }
                }
            }
        }
        if (missing > 0) {
            return new Refused(Reason.NOT_ENOUGH);
        }
        List<Leg> legs = new ArrayList<>();
        long left = hold.amount();
        for (Lot lot : taken) {
            long points = Math.min(left, lot.remaining());
            left -= points;
            go(holding, lot, points, legs);
            legs.add(new Leg(ESCROW, lot.issuer(), lot.id(), points));
        }
        holding.promise(hold.amount());
        return posted(hold, holding, hold.amount(), Optional.empty(), legs);
    }

    private Outcome close(Transfer transfer, Posting posting) {
        if (books.isClosed(posting.id()) || posting.kind() == PostingKind.EXPIRE && isTakenBack(posting)) {
            return new Refused(Reason.CLOSED);
        }
        Holding holding = books.account(posting.account());
        List<Leg> legs = new ArrayList<>();
        if (posting.kind() == PostingKind.HOLD) {
            holding.keepPromise(posting.amount());
        }
        if (transfer.kind() == PostingKind.REDEEM) {
            redeem(posting, legs);
        } else if (posting.kind() == PostingKind.EARN) {
            takeBack(posting, holding, legs);
        } else {
            giveBack(posting, holding, legs);
        }
        return posted(transfer, holding, posting.amount(), Optional.of(posting.id()), legs);
    }

    /** What has lapsed went back to the street when the earning was reversed. */
    private boolean isTakenBack(Posting expiry) {
        return books.lot(expiry.legs().get(0).lot()).orElseThrow().lapsed() < expiry.amount();
    }

    private static void redeem(Posting hold, List<Leg> legs) {
        for (Leg leg : hold.legs()) {
            if (leg.kind() == ESCROW) {
                legs.add(new Leg(ESCROW, leg.holder(), leg.lot(), -leg.amount()));
                legs.add(new Leg(REDEEMED, leg.holder(), leg.lot(), leg.amount()));
            }
        }
    }

    /** The very same lots have their points again. */
    private void giveBack(Posting posting, Holding holding, List<Leg> legs) {
        for (Leg leg : posting.legs()) {
            if (leg.amount() > 0) {
                legs.add(new Leg(leg.kind(), leg.holder(), leg.lot(), -leg.amount()));
                legs.add(new Leg(OWNER, holding.account(), leg.lot(), leg.amount()));
                Lot lot = books.lot(leg.lot()).orElseThrow();
                long again = leg.kind() == EXPIRED ? leg.amount() : 0;
                books.put(lot.with(lot.remaining() + leg.amount(), lot.lapsed() - again));
                holding.come(leg.amount());
            }
        }
    }

    /** What remains of the lot, and what has lapsed of it, goes back to the street; the rest was spent and is owed. */
    private void takeBack(Posting posting, Holding holding, List<Leg> legs) {
        Lot lot = books.lot(posting.legs().get(0).lot()).orElseThrow();
        long lapsed = lot.lapsed();
        long owed = lot.amount() - lot.remaining() - lapsed;
        if (lot.remaining() > 0) {
            go(holding, lot, lot.remaining(), legs);
        }
        books.put(lot.with(0, 0));
        if (lapsed > 0) {
            legs.add(new Leg(EXPIRED, lot.issuer(), lot.id(), -lapsed));
        }
        if (owed > 0) {
            legs.add(new Leg(DEBT, holding.account(), lot.id(), -owed));
            holding.owe(owed);
        }
        legs.add(new Leg(ISSUER, lot.issuer(), lot.id(), lot.amount()));
    }

    private Outcome expire(Transfer.Expire expire) {
        Optional<Lot> found = books.lot(expire.lot())
                .filter(lot -> lot.remaining() > 0 && !lot.expiresOn().isAfter(expire.on()));
        if (found.isEmpty()) {
            return new Refused(Reason.NOTHING_LEFT);
        }
        Lot lot = found.get();
        Holding holding = books.account(lot.account());
        List<Leg> legs = new ArrayList<>();
        go(holding, lot, lot.remaining(), legs);
        books.put(lot.with(0, lot.lapsed() + lot.remaining()));
        legs.add(new Leg(EXPIRED, lot.issuer(), lot.id(), lot.remaining()));
        return posted(expire, holding, lot.remaining(), Optional.empty(), legs);
    }

    private void go(Holding holding, Lot lot, long points, List<Leg> legs) {
        books.put(lot.with(lot.remaining() - points));
        holding.go(points);
        legs.add(new Leg(OWNER, holding.account(), lot.id(), -points));
    }

    private Posted posted(Transfer transfer, Holding holding, long amount, Optional<Long> closes, List<Leg> legs) {
        long id = books.nextId();
        books.record(new Posting(
                id, transfer.key(), transfer.kind(), holding.account(), amount, closes, transfer.source(), now, legs));
        if (holding.debt() > 0 && holding.balance() > 0) {
            settle(holding, id, transfer.source());
        }
        return new Posted(id, amount, false);
    }

    private void settle(Holding holding, long cause, String source) {
        long points = Math.min(holding.debt(), holding.balance());
        List<Lot> lots = new ArrayList<>();
        long missing = points;
        for (Lot lot : books.open(holding.account())) {
            lots.add(lot);
            missing -= Math.min(missing, lot.remaining());
            if (missing == 0) {
                break;
            }
        }
        List<Leg> legs = new ArrayList<>();
        long left = points;
        for (Lot lot : lots) {
            long part = Math.min(left, lot.remaining());
            left -= part;
            go(holding, lot, part, legs);
            legs.add(new Leg(DEBT, holding.account(), lot.id(), part));
        }
        holding.pay(points);
        books.record(new Posting(
                books.nextId(),
                Posting.settling(cause),
                PostingKind.SETTLE,
                holding.account(),
                points,
                Optional.empty(),
                source,
                now,
                legs));
    }
}
