package org.ezhili.points.internal.store.ledger;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.ledger.Posting;
import org.ezhili.points.internal.store.ledger.Statements.Entry;

/**
 * What has happened to the points that a street gave. Somebody who spends what several streets gave makes one posting, which
 * each of them has among its own, with its share of the points. Points that paid a debt as they came are not among those that
 * their owner can spend.
 */
public final class StreetEntries {

    private static final String MOVED = "SELECT l.posting_id FROM points.leg l WHERE l.holder = ?"
            + " AND l.kind NOT IN ('owner', 'debt') AND l.posting_id < ? ORDER BY l.posting_id DESC";

    private static final String SHARE = "(SELECT SUM(l.amount) FROM points.leg l JOIN points.lot o ON o.id = l.lot_id"
            + " WHERE l.posting_id = p.id AND o.street = ? AND ";

    private static final String ENTRY =
            "SELECT p.id, p.kind, " + SHARE + "l.amount > 0), p.source, p.posted_at, a.owner,"
                    + " p.street, " + SHARE + "l.kind = 'owner')"
                    + " FROM points.posting p JOIN points.account a ON a.id = p.account_id WHERE p.id IN ";

    private static final String SETTLED =
            "SELECT p.entry_key, " + SHARE + "l.kind = 'owner') FROM points.posting p WHERE p.entry_key IN ";

    private final Database database;

    public StreetEntries(Database database) {
        this.database = database;
    }

    /** The lines of one street, newest first, each with what it did to the street's points. */
    public Page<Entry> of(AreaCode street, PageRequest page) {
        long before = page.cursor().map(Statements::id).orElse(Long.MAX_VALUE);
        List<Entry> found = database.read(em -> {
            List<Long> postings = moved(em, street, before, page.limit() + 1);
            return postings.isEmpty() ? List.of() : entries(em, street, postings);
        });
        return Page.of(found, page.limit(), entry -> String.valueOf(entry.id()));
    }

    /** A posting has as many legs of a street as it took of its lots, twice at most: they are read until there are enough postings. */
    private static List<Long> moved(EntityManager em, AreaCode street, long before, int most) {
        NavigableSet<Long> postings = new TreeSet<>();
        int legs;
        long from = before;
        do {
            List<?> read = em.createNativeQuery(MOVED)
                    .setParameter(1, Long.valueOf(street.digits()))
                    .setParameter(2, from)
                    .setMaxResults(most * 2)
                    .getResultList();
            read.forEach(posting -> postings.add(Statements.number(posting)));
            legs = read.size();
            from = postings.isEmpty() ? before : postings.first();
        } while (legs == most * 2 && postings.size() < most);
        return postings.descendingSet().stream().limit(most).toList();
    }

    private static List<Entry> entries(EntityManager em, AreaCode street, List<Long> postings) {
        Map<String, Long> settled = settled(em, street, postings);
        String sql = ENTRY + Sql.marks(postings.size()) + " ORDER BY p.id DESC";
        return Statements.rows(em.createNativeQuery(sql), values(postings, street.digits(), street.digits()))
                .map(Statements::entry)
                .map(entry -> new Entry(
                        entry.id(),
                        entry.kind(),
                        entry.amount(),
                        entry.effect() + settled.getOrDefault(Posting.settling(entry.id()), 0L),
                        entry.source(),
                        entry.owner(),
                        street,
                        entry.at()))
                .toList();
    }

    /** What went at once to debts, by the key of what paid them. */
    private static Map<String, Long> settled(EntityManager em, AreaCode street, List<Long> causes) {
        List<String> keys = causes.stream().map(Posting::settling).toList();
        return Statements.rows(em.createNativeQuery(SETTLED + Sql.marks(keys.size())), values(keys, street.digits()))
                .filter(row -> row[1] != null)
                .collect(Collectors.toMap(row -> (String) row[0], row -> Statements.number(row[1])));
    }

    private static Object[] values(List<?> last, Object... first) {
        return Stream.concat(Stream.of(first), last.stream()).toArray();
    }
}
