package org.ezhili.points.internal.store.ledger;

import java.util.Locale;

/**
 * What must hold of the tables of the ledger, and of the vouchers whose points it holds. Each is one statement, which sees one moment, and answers those rows for which
 * it does not hold: what, what is written, what it should be.
 */
enum Check {
    /** The legs of a posting are not zero for one of its lots. */
    UNBALANCED_POSTING("SELECT posting_id, SUM(amount), 0 FROM points.leg GROUP BY posting_id, lot_id"
            + " HAVING SUM(amount) <> 0"),
    /** A posting has fewer than two legs. */
    MISSING_LEG(
            "SELECT p.id, COUNT(l.posting_id), 2 FROM points.posting p LEFT JOIN points.leg l ON l.posting_id = p.id"
                    + " GROUP BY p.id HAVING COUNT(l.posting_id) < 2"),
    /** Legs of a posting that is not there. */
    MISSING_POSTING(
            "SELECT l.posting_id, COUNT(*), 0 FROM points.leg l LEFT JOIN points.posting p ON p.id = l.posting_id"
                    + " WHERE p.id IS NULL GROUP BY l.posting_id"),
    /** A posting's amount is not what its legs move. */
    ALTERED_AMOUNT("SELECT p.id, p.amount, SUM(l.amount) FROM points.posting p JOIN points.leg l ON l.posting_id = p.id"
            + " WHERE l.amount > 0 GROUP BY p.id, p.amount HAVING p.amount <> SUM(l.amount)"),
    /** What an owner can spend is not what the legs add up to. */
    WRONG_BALANCE(account("balance", "owner", "")),
    /** What an owner owes is not what the legs add up to. */
    WRONG_DEBT(account("debt", "debt", "-")),
    /** What an owner has promised is not what the escrow legs of the owner's postings add up to. */
    WRONG_HELD("SELECT a.id, a.held, COALESCE(SUM(l.amount), 0) FROM points.account a"
            + " LEFT JOIN points.posting p ON p.account_id = a.id"
            + " LEFT JOIN points.leg l ON l.posting_id = p.id AND l.kind = 'escrow'"
            + " GROUP BY a.id, a.held HAVING a.held <> COALESCE(SUM(l.amount), 0)"),
    /** Less, or more, was taken from a lot than it says. */
    WRONG_REMAINDER("SELECT t.id, t.remaining, COALESCE(SUM(l.amount), 0) FROM points.lot t"
            + " LEFT JOIN points.leg l ON l.lot_id = t.id AND l.kind = 'owner'"
            + " GROUP BY t.id, t.remaining HAVING t.remaining <> COALESCE(SUM(l.amount), 0)"),
    /** More, or fewer, points of a lot have lapsed than it says. */
    WRONG_LAPSED("SELECT t.id, t.lapsed, COALESCE(SUM(l.amount), 0) FROM points.lot t"
            + " LEFT JOIN points.leg l ON l.lot_id = t.id AND l.kind = 'expired'"
            + " GROUP BY t.id, t.lapsed HAVING t.lapsed <> COALESCE(SUM(l.amount), 0)"),
    /** More was taken from a lot than was ever in it. */
    OVERDRAWN_LOT("SELECT l.lot_id, SUM(l.amount), 0 FROM points.leg l WHERE l.kind = 'owner'"
            + " GROUP BY l.lot_id HAVING SUM(l.amount) < 0"),
    /** A lot is not of the amount that was given. */
    WRONG_LOT("SELECT t.id, t.amount, COALESCE(SUM(p.amount), 0) FROM points.lot t"
            + " LEFT JOIN points.leg l ON l.lot_id = t.id AND l.kind = 'issuer' AND l.amount < 0"
            + " LEFT JOIN points.posting p ON p.id = l.posting_id AND p.kind = 'earn'"
            + " GROUP BY t.id, t.amount HAVING t.amount <> COALESCE(SUM(p.amount), 0)"),
    /** Legs of a lot that is not there. */
    MISSING_LOT("SELECT l.posting_id, l.lot_id, 0 FROM points.leg l LEFT JOIN points.lot t ON t.id = l.lot_id"
            + " WHERE t.id IS NULL"),
    /** A leg is another's than its posting or its lot. */
    FOREIGN_LEG("SELECT l.posting_id, l.holder, t.account_id FROM points.leg l JOIN points.lot t ON t.id = l.lot_id"
            + " JOIN points.posting p ON p.id = l.posting_id WHERE p.account_id <> t.account_id"
            + " OR (l.kind IN ('owner', 'debt') AND l.holder <> t.account_id)"
            + " OR (l.kind NOT IN ('owner', 'debt') AND l.holder <> CAST(t.street AS BIGINT))"),
    /** A key names two postings. */
    DUPLICATED_KEY("SELECT MIN(id), COUNT(*), 1 FROM points.posting GROUP BY entry_key HAVING COUNT(*) > 1"),
    /** A posting was redeemed, released or reversed twice. */
    CLOSED_TWICE("SELECT closes, COUNT(*), 1 FROM points.posting WHERE closes IS NOT NULL"
            + " GROUP BY closes HAVING COUNT(*) > 1"),
    /** What is known to be closed and what closes something are not the same. */
    WRONG_MARK_OF_CLOSING("SELECT p.id, p.closes, COALESCE(c.posting_id, 0) FROM points.posting p"
            + " LEFT JOIN points.closing c ON c.closed = p.closes"
            + " WHERE p.closes IS NOT NULL AND (c.posting_id IS NULL OR c.posting_id <> p.id)"),
    /** A closing of a posting that is not there. */
    LOOSE_CLOSING("SELECT c.closed, c.posting_id, 0 FROM points.closing c"
            + " LEFT JOIN points.posting p ON p.id = c.posting_id AND p.closes = c.closed WHERE p.id IS NULL"),
    /** A posting closes one that is not there, or another amount, or another's. */
    WRONG_CLOSING("SELECT c.id, c.amount, COALESCE(p.amount, 0) FROM points.posting c"
            + " LEFT JOIN points.posting p ON p.id = c.closes WHERE c.closes IS NOT NULL"
            + " AND (p.id IS NULL OR p.amount <> c.amount OR p.account_id <> c.account_id)"),
    /** Somebody owes and has points. */
    UNPAID_DEBT("SELECT id, debt, 0 FROM points.account WHERE debt > 0 AND balance > 0"),
    /** An account is on the wrong side of zero. */
    WRONG_SIDE("SELECT holder, SUM(amount), 0 FROM points.leg WHERE kind <> 'owner' GROUP BY kind, holder"
            + " HAVING (kind IN ('issuer', 'debt') AND SUM(amount) > 0)"
            + " OR (kind NOT IN ('issuer', 'debt') AND SUM(amount) < 0)"),
    /** What is kept of a street's accounts is not what the legs add up to. */
    WRONG_TALLY("SELECT CAST(y.street AS BIGINT), y.tally, y.legs FROM ("
            + "SELECT x.street AS street, x.kind AS kind, SUM(x.tally) AS tally, SUM(x.legs) AS legs FROM ("
            + "SELECT t.street AS street, t.kind AS kind, t.amount AS tally, CAST(0 AS BIGINT) AS legs FROM points.tally t"
            + " UNION ALL SELECT o.street AS street, l.kind AS kind, CAST(0 AS BIGINT) AS tally, l.amount AS legs"
            + " FROM points.leg l"
            + " JOIN points.lot o ON o.id = l.lot_id WHERE l.kind IN ('issuer', 'escrow', 'redeemed', 'expired')"
            + ") x GROUP BY x.street, x.kind) y WHERE y.tally <> y.legs"),
    /** What counts against a budget is not what the street has given in the year. */
    WRONG_BUDGET("SELECT CAST(b.street AS BIGINT), b.given, COALESCE(-SUM(t.amount), 0) FROM points.budget b"
            + " LEFT JOIN points.tally t ON t.street = b.street AND t.kind = 'issuer'"
            + " AND t.month >= b.budget_year * 100 AND t.month < b.budget_year * 100 + 100"
            + " GROUP BY b.street, b.budget_year, b.given HAVING b.given <> COALESCE(-SUM(t.amount), 0)"),
    /** A lot is said to be used up, and is not, or the other way round. */
    WRONG_MARK("SELECT id, remaining, amount FROM points.lot WHERE (used_up = TRUE AND remaining > 0)"
            + " OR (used_up = FALSE AND remaining = 0)"),
    /** A voucher is open, and its points are not held. */
    LOOSE_VOUCHER("SELECT v.id, 0, v.price FROM points.voucher v"
            + " LEFT JOIN points.posting p ON p.entry_key = 'hold:voucher:' || TRIM(CAST(v.id AS CHAR(20)))"
            + " LEFT JOIN points.closing c ON c.closed = p.id"
            + " WHERE v.state = 'held' AND (p.id IS NULL OR c.closed IS NOT NULL)"),
    /** Points are held for a voucher that is not open. */
    LOOSE_HOLD("SELECT p.id, p.amount, 0 FROM points.posting p LEFT JOIN points.closing c ON c.closed = p.id"
            + " LEFT JOIN points.voucher v ON v.state = 'held' AND v.id = CASE WHEN p.entry_key LIKE 'hold:voucher:%'"
            + " THEN CAST(SUBSTR(p.entry_key, 14) AS BIGINT) ELSE 0 END"
            + " WHERE p.entry_key LIKE 'hold:voucher:%' AND c.closed IS NULL AND v.id IS NULL"),
    /** There are more, or fewer, of a reward left than nobody has a voucher for. */
    WRONG_STOCK("SELECT r.id, r.remaining, r.stock - COUNT(v.id) FROM points.reward r"
            + " LEFT JOIN points.voucher v ON v.reward_id = r.id AND v.state IN ('held', 'collected')"
            + " GROUP BY r.id, r.remaining, r.stock HAVING r.remaining <> r.stock - COUNT(v.id)"),
    /** More, or fewer, are said to wait for a reward than do. */
    WRONG_WAITING("SELECT r.id, r.waiting, COUNT(w.owner) FROM points.reward r"
            + " LEFT JOIN points.reward_waiter w ON w.reward_id = r.id"
            + " GROUP BY r.id, r.waiting HAVING r.waiting <> COUNT(w.owner)"),
    /** All accounts together are not zero. */
    SUM_NOT_ZERO("SELECT 0, SUM(amount), 0 FROM points.leg HAVING SUM(amount) <> 0");

    private final String sql;

    Check(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }

    /** Name in reports. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String account(String column, String kind, String sign) {
        String sum = "COALESCE(" + sign + "SUM(l.amount), 0)";
        return "SELECT a.id, a." + column + ", " + sum + " FROM points.account a"
                + " LEFT JOIN points.leg l ON l.holder = a.id AND l.kind = '" + kind + "'"
                + " GROUP BY a.id, a." + column + " HAVING a." + column + " <> " + sum;
    }
}
