package org.ezhili.points.internal.store.earning;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.earning.RuleBook;

/** Keeps the streets' rules, every version for good. */
public final class RuleBooks {

    private static final int RECENT = 50;

    private final Database database;

    public RuleBooks(Database database) {
        this.database = database;
    }

    /**
     * Keeps a new version; the version of {@code draft} does not count. One that says the same as the newest is that one: who asks
     * again after a lost answer publishes once.
     */
    public RuleBook publish(RuleBook draft, String by, Instant at) {
        return database.write(work -> {
            EntityManager em = work.entities();
            Optional<RuleBook> last =
                    withRules(em, newest(em, draft.street(), 1)).stream().findFirst();
            int version = last.map(RuleBook::version).orElse(0);
            if (last.isPresent() && last.get().equals(as(draft, version))) {
                return last.get();
            }
            RuleBook book = as(draft, version + 1);
            em.persist(RuleBookRow.from(book, by, at));
            IntStream.range(0, book.rules().size()).forEach(seq -> em.persist(RuleRow.from(book, seq)));
            return book;
        });
    }

    private static RuleBook as(RuleBook draft, int version) {
        return new RuleBook(
                draft.street(),
                version,
                draft.effectiveFrom(),
                draft.lifeMonths(),
                draft.dailyCap(),
                draft.monthlyCap(),
                draft.rules());
    }

    /** The versions of a street, newest first. */
    public List<RuleBook> of(AreaCode street) {
        return database.read(em -> withRules(em, newest(em, street, RECENT)));
    }

    /** The streets that have rules, in order. */
    public List<AreaCode> streets() {
        return database.read(
                em -> em.createQuery("select distinct b.street from RuleBookRow b order by b.street", String.class)
                        .getResultStream()
                        .map(AreaCode::of)
                        .toList());
    }

    /** The versions that count on a day, of those of these streets that have rules. */
    public Map<AreaCode, RuleBook> on(Collection<AreaCode> streets, LocalDate day) {
        if (streets.isEmpty()) {
            return Map.of();
        }
        return database.read(em -> withRules(
                        em,
                        em.createQuery(
                                        "select b from RuleBookRow b where b.street in :streets and b.version ="
                                                + " (select max(c.version) from RuleBookRow c where c.street = b.street"
                                                + " and c.effectiveFrom <= :day)",
                                        RuleBookRow.class)
                                .setParameter(
                                        "streets",
                                        streets.stream().map(AreaCode::digits).toList())
                                .setParameter("day", Date.valueOf(day))
                                .getResultList())
                .stream()
                .collect(Collectors.toMap(RuleBook::street, Function.identity())));
    }

    static Optional<RuleBook> on(EntityManager em, AreaCode street, LocalDate day) {
        List<RuleBookRow> rows = em.createQuery(
                        "select b from RuleBookRow b where b.street = :street and b.effectiveFrom <= :day"
                                + " order by b.version desc",
                        RuleBookRow.class)
                .setParameter("street", street.digits())
                .setParameter("day", Date.valueOf(day))
                .setMaxResults(1)
                .getResultList();
        return withRules(em, rows).stream().findFirst();
    }

    private static List<RuleBookRow> newest(EntityManager em, AreaCode street, int most) {
        return em.createQuery(
                        "select b from RuleBookRow b where b.street = :street order by b.version desc",
                        RuleBookRow.class)
                .setParameter("street", street.digits())
                .setMaxResults(most)
                .getResultList();
    }

    private static List<RuleBook> withRules(EntityManager em, List<RuleBookRow> books) {
        if (books.isEmpty()) {
            return List.of();
        }
        Map<RuleRow.Book, List<RuleRow>> rules = em.createQuery(
                        "select r from RuleRow r where r.street in :streets and r.version in :versions order by r.seq",
                        RuleRow.class)
                .setParameter(
                        "streets",
                        books.stream().map(RuleBookRow::street).distinct().toList())
                .setParameter(
                        "versions",
                        books.stream().map(RuleBookRow::version).distinct().toList())
                .getResultStream()
                .collect(Collectors.groupingBy(RuleRow::book));
        return books.stream()
                .map(book -> book.toDomain(
                        rules.getOrDefault(new RuleRow.Book(book.street(), book.version()), List.of()).stream()
                                .map(RuleRow::toDomain)
                                .toList()))
                .toList();
    }
}
