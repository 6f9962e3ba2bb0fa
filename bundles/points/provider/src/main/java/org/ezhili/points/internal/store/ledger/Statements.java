package org.ezhili.points.internal.store.ledger;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.ledger.Lot;
import org.ezhili.points.internal.domain.ledger.PostingKind;

/** What has happened in the ledger, for those whose points they are and for the streets that gave them. */
public final class Statements {

    private static final String ENTRY = "SELECT p.id, p.kind, p.amount, p.source, p.posted_at, a.owner, p.street,"
            + " (SELECT SUM(l.amount) FROM points.leg l WHERE l.posting_id = p.id AND l.kind = 'owner')"
            + " FROM points.posting p JOIN points.account a ON a.id = p.account_id WHERE ";

    private static final String STREETS =
            "SELECT DISTINCT o.street FROM points.leg l JOIN points.lot o ON o.id = l.lot_id WHERE l.posting_id = ?";

    public static final int MOST_ON_PAPER = 5_000;

    private final Database database;
    private final ZoneId zone;

    /** @param zone where the months begin */
    public Statements(Database database, ZoneId zone) {
        this.database = database;
        this.zone = zone;
    }

    /**
     * A line of a statement.
     *
     * @param effect on what the owner can spend
     * @param street that gave the points
     */
    public record Entry(
            long id,
            PostingKind kind,
            long amount,
            long effect,
            String source,
            String owner,
            AreaCode street,
            Instant at) {}

    /**
     * A month of one owner: what could be spent at its beginning and at its end, and what each sort of posting did to it.
     */
    public record Month(YearMonth month, long opening, long closing, Map<PostingKind, Long> effects) {}

    /** The lots of an owner that have points left, those that lapse first first, fifty at most. */
    public List<Lot> lots(String owner) {
        return database.read(em -> em.createQuery(
                        "select l from LotRow l, AccountRow a where a.owner = :owner and l.account = a.id"
                                + " and l.usedUp = :no order by l.expiresOn, l.id",
                        LotRow.class)
                .setParameter("owner", owner)
                .setParameter("no", false)
                .setMaxResults(PageRequest.USUAL)
                .getResultStream()
                .map(LotRow::toDomain)
                .toList());
    }

    public Month month(String owner, YearMonth month) {
        Timestamp from = start(month);
        Timestamp to = start(month.plusMonths(1));
        return database.read(em -> {
            Optional<AccountRow> account = account(em, owner);
            Map<PostingKind, Long> effects = new EnumMap<>(PostingKind.class);
            if (account.isEmpty()) {
                return new Month(month, 0, 0, effects);
            }
            long id = account.get().id();
            String sums = "SELECT p.kind, SUM(l.amount) FROM points.posting p JOIN points.leg l ON l.posting_id = p.id"
                    + " WHERE l.kind = 'owner' AND p.account_id = ? AND p.posted_at >= ?";
            rows(em.createNativeQuery(sums + " AND p.posted_at < ? GROUP BY p.kind"), id, from, to)
                    .forEach(row -> effects.put(PostingKind.ofWord((String) row[0]), number(row[1])));
            long after = rows(em.createNativeQuery(sums + " GROUP BY p.kind"), id, to)
                    .mapToLong(row -> number(row[1]))
                    .sum();
            long closing = account.get().toBalance().available() - after;
            long sum = effects.values().stream().mapToLong(Long::longValue).sum();
            return new Month(month, closing - sum, closing, effects);
        });
    }

    /** The lines of one owner's month, oldest first. */
    public Page<Entry> entries(String owner, YearMonth month, PageRequest page) {
        long after = page.cursor().map(Statements::id).orElse(0L);
        List<Entry> found = database.read(em -> account(em, owner)
                .map(account -> rows(
                                em.createNativeQuery(ENTRY + "p.account_id = ? AND p.posted_at >= ? AND p.posted_at < ?"
                                                + " AND p.id > ? ORDER BY p.id")
                                        .setMaxResults(page.limit() + 1),
                                account.id(),
                                start(month),
                                start(month.plusMonths(1)),
                                after)
                        .map(Statements::entry)
                        .toList())
                .orElse(List.of()));
        return Page.of(found, page.limit(), entry -> String.valueOf(entry.id()));
    }

    /** All lines of one owner's month, oldest first; the latest are left out of what is too long for paper. */
    public List<Entry> entries(String owner, YearMonth month) {
        List<Entry> lines = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<Entry> page = entries(owner, month, new PageRequest(PageRequest.MOST, next));
            lines.addAll(page.items());
            next = page.next();
        } while (next.isPresent() && lines.size() < MOST_ON_PAPER);
        return lines;
    }

    /** One posting and its key. */
    public Optional<Keyed> find(long posting) {
        return database.read(em -> rows(
                        em.createNativeQuery("SELECT entry_key, kind FROM points.posting WHERE id = ?"), posting)
                .findFirst()
                .map(row -> new Keyed((String) row[0], PostingKind.ofWord((String) row[1]), streets(em, posting))));
    }

    private static Set<AreaCode> streets(EntityManager em, long posting) {
        List<?> streets = em.createNativeQuery(STREETS).setParameter(1, posting).getResultList();
        return streets.stream().map(street -> AreaCode.of((String) street)).collect(Collectors.toSet());
    }

    /** A posting's key, and the streets that gave its points. */
    public record Keyed(String key, PostingKind kind, Set<AreaCode> streets) {}

    private static Optional<AccountRow> account(EntityManager em, String owner) {
        return em.createQuery("select a from AccountRow a where a.owner = :owner", AccountRow.class)
                .setParameter("owner", owner)
                .getResultStream()
                .findFirst();
    }

    static Stream<Object[]> rows(Query query, Object... values) {
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return ((List<?>) query.getResultList()).stream().map(Object[].class::cast);
    }

    static Entry entry(Object[] row) {
        return new Entry(
                number(row[0]),
                PostingKind.ofWord((String) row[1]),
                number(row[2]),
                row[7] == null ? 0 : number(row[7]),
                (String) row[3],
                (String) row[5],
                AreaCode.of((String) row[6]),
                ((Timestamp) row[4]).toLocalDateTime().toInstant(ZoneOffset.UTC));
    }

    private Timestamp start(YearMonth month) {
        Instant start = month.atDay(1).atStartOfDay(zone).toInstant();
        return Timestamp.valueOf(LocalDateTime.ofInstant(start, ZoneOffset.UTC));
    }

    static long id(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException none) {
            throw ProblemException.field("cursor", "cursor");
        }
    }

    static long number(Object value) {
        return ((Number) value).longValue();
    }
}
