package org.ezhili.points.internal.store.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import javax.persistence.PersistenceException;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Ids;
import org.ezhili.points.internal.domain.ledger.AccountKind;
import org.ezhili.points.internal.domain.ledger.Holding;
import org.ezhili.points.internal.domain.ledger.Leg;
import org.ezhili.points.internal.domain.ledger.Lot;
import org.ezhili.points.internal.domain.ledger.Posting;
import org.ezhili.points.internal.domain.ledger.PostingKind;

/** The tables of the ledger, in one transaction. */
final class Shelf {

    private static final int ATTEMPTS = 5;
    private static final String DUPLICATE = "23505";
    private static final String ACCOUNT = "SELECT id, owner, balance, held, debt FROM points.account WHERE ";
    private static final String LOT =
            "SELECT id, account_id, street, amount, remaining, lapsed, expires_on FROM points.lot WHERE ";

    private final Connection connection;
    private final Ids ids;
    private final Instant now;

    Shelf(Connection connection, Ids ids, Instant now) {
        this.connection = connection;
        this.ids = ids;
        this.now = now;
    }

    static AreaCode street(long holder) {
        return AreaCode.of(Long.toString(holder));
    }

    /** A posting with one of its legs; a posting without any, which is off, has none here. */
    private record Line(Posting bare, int seq, Optional<Leg> leg) {}

    /** The postings under these keys; from here on the transaction looks up by index. */
    List<Posting> postings(Collection<String> keys) {
        List<Line> lines = new ArrayList<>();
        Together one = new Together(connection);
        one.byIndex();
        lines(one, keys, lines);
        one.run();
        return joined(lines);
    }

    private static void lines(Together all, Collection<String> keys, List<Line> lines) {
        all.in(
                "SELECT p.id, p.entry_key, p.kind, p.account_id, p.amount, p.closes, p.source, p.posted_at,"
                        + " l.seq, l.kind AS leg_kind, l.holder, l.lot_id, l.amount AS leg_amount"
                        + " FROM points.posting p LEFT JOIN points.leg l ON l.posting_id = p.id WHERE p.entry_key IN (*)",
                keys,
                row -> new Line(posting(row, List.of()), row.getInt("seq"), leg(row)),
                lines::add);
    }

    private static List<Posting> joined(List<Line> lines) {
        Map<Long, List<Line>> byPosting = lines.stream()
                .collect(Collectors.groupingBy(line -> line.bare().id(), TreeMap::new, Collectors.toList()));
        return byPosting.values().stream()
                .map(of -> of.get(0)
                        .bare()
                        .with(of.stream()
                                .sorted(Comparator.comparingInt(Line::seq))
                                .flatMap(line -> line.leg().stream())
                                .toList()))
                .toList();
    }

    static Posting posting(ResultSet row, List<Leg> legs) throws SQLException {
        long closes = row.getLong("closes");
        Optional<Long> closed = row.wasNull() ? Optional.empty() : Optional.of(closes);
        return new Posting(
                row.getLong("id"),
                row.getString("entry_key"),
                PostingKind.ofWord(row.getString("kind")),
                row.getLong("account_id"),
                row.getLong("amount"),
                closed,
                row.getString("source"),
                Sql.instant(row, "posted_at"),
                legs);
    }

    private static Optional<Leg> leg(ResultSet row) throws SQLException {
        String kind = row.getString("leg_kind");
        return kind == null
                ? Optional.empty()
                : Optional.of(new Leg(
                        AccountKind.ofWord(kind),
                        row.getLong("holder"),
                        row.getLong("lot_id"),
                        row.getLong("leg_amount")));
    }

    /**
     * What is known about things whose accounts are locked.
     *
     * @param postings under the keys asked for
     * @param closed which of the postings asked for are closed
     * @param lots those asked for
     * @param first the first lots of the accounts asked for
     */
    record Known(List<Posting> postings, List<Long> closed, List<Lot> lots, Map<Long, FirstLots> first) {}

    Known known(Collection<String> keys, Collection<Long> postings, Collection<Long> lots, List<Long> accounts) {
        Together all = new Together(connection);
        List<Line> lines = new ArrayList<>();
        lines(all, keys, lines);
        List<Long> closed = new ArrayList<>();
        all.in(
                "SELECT closed FROM points.closing WHERE closed IN (*)",
                postings,
                row -> row.getLong("closed"),
                closed::add);
        List<Lot> found = new ArrayList<>();
        all.in(LOT + "id IN (*)", lots, Shelf::lot, found::add);
        List<Lot> first = new ArrayList<>();
        int most = accounts.size() * OpenLots.PAGE / 2;
        if (accounts.size() > 1 && Locking.of(connection) == Locking.POSTGRESQL) {
            all.rows(
                    LOT + "account_id = ANY (?) AND used_up = FALSE ORDER BY account_id, expires_on, id LIMIT ?",
                    List.of(accounts.toArray(), most),
                    Shelf::lot,
                    first::add);
        }
        all.run();
        return new Known(joined(lines), closed, found, byAccount(first, most));
    }

    /** Those that didn't fit into one look are left out. */
    private static Map<Long, FirstLots> byAccount(List<Lot> found, int most) {
        Map<Long, List<Lot>> byAccount =
                found.stream().collect(Collectors.groupingBy(Lot::account, TreeMap::new, Collectors.toList()));
        long cut = found.size() < most || found.isEmpty()
                ? -1
                : found.get(found.size() - 1).account();
        Map<Long, FirstLots> first = new HashMap<>();
        byAccount.forEach((account, lots) -> first.put(account, new FirstLots(lots, account != cut)));
        return first;
    }

    /**
     * The first lots of one account.
     *
     * @param last there are no more
     */
    record FirstLots(List<Lot> lots, boolean last) {}

    /** The holdings of these owners and accounts, locked; those who earn and have none get one. */
    List<Holding> holdings(Set<String> earning, Set<String> spending, Set<Long> accounts) {
        Set<String> all = new HashSet<>(earning);
        all.addAll(spending);
        for (int attempt = 1; ; attempt++) {
            List<Holding> found = locked(all, accounts);
            Set<String> missing = new HashSet<>(earning);
            found.forEach(holding -> missing.remove(holding.owner()));
            List<Holding> opened = missing.stream()
                    .sorted()
                    .map(owner -> new Holding(ids.next(), owner, 0, 0, 0))
                    .toList();
            if (opened.isEmpty() || open(opened)) {
                List<Holding> both = new ArrayList<>(found);
                both.addAll(opened);
                return both;
            }
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("others open the same accounts again and again");
            }
        }
    }

    /** False when somebody else has opened one of them meanwhile. */
    private boolean open(List<Holding> holdings) {
        try {
            Savepoint before = connection.setSavepoint();
            try {
                Together one = new Together(connection);
                one.insert(
                        "points.account (id, owner, balance, held, debt, opened_at)",
                        holdings.stream()
                                .map(holding -> new Object[] {holding.account(), holding.owner(), 0L, 0L, 0L, now})
                                .toList());
                one.run();
                connection.releaseSavepoint(before);
                return true;
            } catch (PersistenceException failure) {
                if (failure.getCause() instanceof SQLException taken && DUPLICATE.equals(taken.getSQLState())) {
                    connection.rollback(before);
                    return false;
                }
                throw failure;
            }
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }

    /** PostgreSQL locks all of them in one order, so that two nodes don't each have what the other waits for. */
    private List<Holding> locked(Set<String> owners, Set<Long> accounts) {
        String lock = Locking.clause(connection);
        List<Holding> found = new ArrayList<>();
        Together all = new Together(connection);
        all.byIndex();
        if (Locking.of(connection) == Locking.POSTGRESQL && !owners.isEmpty() && !accounts.isEmpty()) {
            all.rows(
                    ACCOUNT + "owner = ANY (?) OR id = ANY (?)" + lock,
                    List.of(owners.toArray(), accounts.toArray()),
                    Shelf::holding,
                    found::add);
        } else {
            all.in(ACCOUNT + "owner IN (*)" + lock, owners, Shelf::holding, found::add);
            Set<Long> others = new HashSet<>(accounts);
            found.forEach(holding -> others.remove(holding.account()));
            all.in(ACCOUNT + "id IN (*)" + lock, others, Shelf::holding, found::add);
        }
        all.run();
        return found;
    }

    private static Holding holding(ResultSet row) throws SQLException {
        return new Holding(
                row.getLong("id"),
                row.getString("owner"),
                row.getLong("balance"),
                row.getLong("held"),
                row.getLong("debt"));
    }

    List<Lot> lots(Collection<Long> lots) {
        return Sql.in(connection, LOT + "id IN (*)", lots, Shelf::lot);
    }

    List<Long> holdersOf(Collection<Long> lots) {
        return lots(lots).stream().map(Lot::account).distinct().toList();
    }

    /** The next lots of an account that have points left. */
    List<Lot> firstOut(long account, Optional<Lot> after, int most) {
        String open = LOT + "account_id = ? AND used_up = FALSE";
        String order = " ORDER BY expires_on, id";
        return after.map(last -> Sql.list(
                        connection,
                        open + " AND (expires_on > ? OR (expires_on = ? AND id > ?))" + order,
                        List.of(account, last.expiresOn(), last.expiresOn(), last.id()),
                        most,
                        Shelf::lot))
                .orElseGet(() -> Sql.list(connection, open + order, List.of(account), most, Shelf::lot));
    }

    private static Lot lot(ResultSet row) throws SQLException {
        return new Lot(
                row.getLong("id"),
                row.getLong("account_id"),
                AreaCode.of(row.getString("street")),
                row.getLong("amount"),
                row.getLong("remaining"),
                row.getLong("lapsed"),
                row.getDate("expires_on").toLocalDate());
    }

    /** What streets may give this year, their rows locked; without a budget nothing. */
    Map<AreaCode, Long> budgetsLeft(Collection<AreaCode> streets, int year) {
        Map<AreaCode, Long> left = new HashMap<>();
        Sql.in(
                        connection,
                        "SELECT street, amount, given FROM points.budget WHERE budget_year = " + year
                                + " AND street IN (*)" + Locking.clause(connection),
                        streets.stream().map(AreaCode::digits).toList(),
                        row -> Map.entry(
                                AreaCode.of(row.getString("street")), row.getLong("amount") - row.getLong("given")))
                .forEach(budget -> left.put(budget.getKey(), budget.getValue()));
        return left;
    }

    void write(Together all, List<Posting> postings, LongFunction<AreaCode> streetOf) {
        List<Object[]> heads = new ArrayList<>();
        List<Object[]> legs = new ArrayList<>();
        List<Object[]> closings = new ArrayList<>();
        for (Posting p : postings) {
            heads.add(new Object[] {
                p.id(),
                p.key(),
                p.kind().word(),
                p.account(),
                p.amount(),
                p.closes().orElse(null),
                p.source(),
                streetOf.apply(p.legs().get(0).lot()).digits(),
                p.at()
            });
            p.closes().ifPresent(closed -> closings.add(new Object[] {closed, p.id()}));
            int seq = 0;
            for (Leg leg : p.legs()) {
                legs.add(new Object[] {p.id(), seq++, leg.kind().word(), leg.holder(), leg.lot(), leg.amount()});
            }
        }
        all.insert(
                "points.posting (id, entry_key, kind, account_id, amount, closes, source, street, posted_at)", heads);
        all.insert("points.closing (closed, posting_id)", closings);
        all.insert("points.leg (posting_id, seq, kind, holder, lot_id, amount)", legs);
    }

    void add(Together all, List<Lot> lots) {
        all.insert(
                "points.lot (id, account_id, street, amount, remaining, lapsed, used_up, expires_on, noticed)",
                lots.stream()
                        .map(lot -> new Object[] {
                            lot.id(),
                            lot.account(),
                            lot.street().digits(),
                            lot.amount(),
                            lot.remaining(),
                            lot.lapsed(),
                            lot.remaining() == 0,
                            lot.expiresOn(),
                            false
                        })
                        .toList());
    }

    void change(Together all, List<Lot> lots) {
        all.update(
                "points.lot",
                List.of("remaining", "lapsed", "used_up"),
                lots.stream()
                        .map(lot -> new Object[] {lot.id(), lot.remaining(), lot.lapsed(), lot.remaining() == 0})
                        .toList());
    }

    void change(Together all, List<Holding> holdings, LocalDate today, List<Posting> postings) {
        all.update(
                "points.account",
                List.of("balance", "held", "debt"),
                holdings.stream()
                        .map(holding ->
                                new Object[] {holding.account(), holding.balance(), holding.held(), holding.debt()})
                        .toList());
        Map<AccountKind, Map<Long, Long>> sums = new TreeMap<>();
        postings.stream()
                .flatMap(posting -> posting.legs().stream())
                .filter(leg -> !leg.kind().isPersonal())
                .forEach(leg -> sums.computeIfAbsent(leg.kind(), kind -> new TreeMap<>())
                        .merge(leg.holder(), leg.amount(), Long::sum));
        int month = month(YearMonth.from(today));
        List<Object[]> tallies = new ArrayList<>();
        sums.forEach((kind, streets) -> streets.forEach((street, amount) ->
                tallies.add(new Object[] {ids.next(), street(street).digits(), kind.word(), month, amount})));
        all.insert("points.tally (id, street, kind, month, amount)", tallies);
        all.each(
                "UPDATE points.budget SET given = given - ? WHERE street = ? AND budget_year = ?",
                sums.getOrDefault(AccountKind.ISSUER, Map.of()).entrySet().stream()
                        .map(issuer -> new Object[] {
                            issuer.getValue(), street(issuer.getKey()).digits(), today.getYear()
                        })
                        .toList());
    }

    static int month(YearMonth month) {
        return month.getYear() * 100 + month.getMonthValue();
    }
}
