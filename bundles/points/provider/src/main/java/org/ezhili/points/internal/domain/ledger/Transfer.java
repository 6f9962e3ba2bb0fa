package org.ezhili.points.internal.domain.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.ezhili.platform.AreaCode;

/**
 * A wish to move points. Its key names it for good: the same key again has the same effect, once. Keys begin with the part
 * that makes them, {@code hold:voucher:512…}; at most {@value #LONGEST_KEY} visible ASCII characters.
 */
public sealed interface Transfer {

    int LONGEST_KEY = 120;

    String key();

    /** The posting that it makes. */
    PostingKind kind();

    /** Key of the posting that it closes, if it closes one. */
    default Optional<String> referred() {
        return Optional.empty();
    }

    /** What it is for, at most 120 characters, shown in statements: {@code matter:512…}, {@code voucher:512…}. */
    String source();

    /**
     * A street gives points: a new lot.
     *
     * @param expiresOn first day on which they are no longer good
     */
    record Earn(String key, String owner, AreaCode street, long amount, LocalDate expiresOn, String source)
            implements Transfer {
        public Earn {
            check(key, source);
            checkAmount(amount);
        }

        @Override
        public PostingKind kind() {
            return PostingKind.EARN;
        }
    }

    /**
     * An owner promises points for a reward: those that lapse first go first.
     *
     * @param only the street whose points alone are good for it; empty: any
     */
    record Hold(String key, String owner, Optional<AreaCode> only, long amount, String source) implements Transfer {
        public Hold {
            check(key, source);
            checkAmount(amount);
        }

        @Override
        public PostingKind kind() {
            return PostingKind.HOLD;
        }
    }

    /**
     * The reward of a hold was collected.
     *
     * @param of key of the hold
     */
    record Redeem(String key, String of, String source) implements Transfer {
        public Redeem {
            check(key, source);
        }

        @Override
        public PostingKind kind() {
            return PostingKind.REDEEM;
        }

        @Override
        public Optional<String> referred() {
            return Optional.of(of);
        }
    }

    /**
     * The reward of a hold was not collected: the very same lots have their points again.
     *
     * @param of key of the hold
     */
    record Release(String key, String of, String source) implements Transfer {
        public Release {
            check(key, source);
        }

        @Override
        public PostingKind kind() {
            return PostingKind.RELEASE;
        }

        @Override
        public Optional<String> referred() {
            return Optional.of(of);
        }
    }

    /**
     * A correction. Of an earning: the lot's points go back to the street, and what is missing of them becomes a debt. Of a
     * redemption or an expiry: the very same lots have their points again.
     *
     * @param of key of the posting that was wrong
     */
    record Reverse(String key, String of, String source) implements Transfer {
        public Reverse {
            check(key, source);
        }

        @Override
        public PostingKind kind() {
            return PostingKind.REVERSE;
        }

        @Override
        public Optional<String> referred() {
            return Optional.of(of);
        }
    }

    /**
     * What remains of a lot lapses.
     *
     * @param on today; a lot that gets points back after that lapses again on another day
     */
    record Expire(long lot, LocalDate on) implements Transfer {
        @Override
        public String key() {
            return "expire:" + lot + ":" + on;
        }

        @Override
        public String source() {
            return "lot:" + lot;
        }

        @Override
        public PostingKind kind() {
            return PostingKind.EXPIRE;
        }
    }

    private static void check(String key, String source) {
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("not a key of a transfer");
        }
        if (source.isEmpty() || source.length() > 120) {
            throw new IllegalArgumentException("not a source of a transfer");
        }
    }

    private static void checkAmount(long amount) {
        if (amount < 1 || amount > 1_000_000_000L) {
            throw new IllegalArgumentException("not an amount of points: " + amount);
        }
    }
}
