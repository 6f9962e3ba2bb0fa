package org.ezhili.points.internal.store.ledger;

import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.Ids;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.ezhili.platform.persistence.Work;
import org.ezhili.points.Balance;
import org.ezhili.points.internal.domain.ledger.Bookkeeping;
import org.ezhili.points.internal.domain.ledger.Outcome;
import org.ezhili.points.internal.domain.ledger.Transfer;

/** Moves points, in somebody's transaction or in one that is shared by everybody who moves some at that moment. Thread-safe. */
public final class Ledger {

    /** A longer batch makes the first of it wait without making the last of it faster. */
    private static final int BATCH = 256;

    private final Database database;
    private final Ids ids;
    private final Clock clock;
    private final ZoneId zone;
    private final Combiner<Transfer, Outcome> combiner;

    /** @param zone where a street's day begins */
    public Ledger(Database database, Ids ids, Clock clock, ZoneId zone) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
        this.combiner = new Combiner<>(BATCH, this::together);
    }

    /**
     * Moves points in the caller's transaction. The owner's account is the caller's alone until that ends.
     *
     * @return a refusal when it can't be: nothing of it is written then, and the transaction goes on
     */
    public Outcome post(Work work, Transfer transfer) {
        return post(work, List.of(transfer)).get(0);
    }

    /** Moves points, durable when this returns. Not to be called inside a transaction: it would wait for itself. */
    public Outcome post(Transfer transfer) {
        return combiner.submit(transfer);
    }

    /** Moves points for many at once, durable when this returns; each is refused or not for itself. */
    public List<Outcome> post(List<Transfer> transfers) {
        return transfers.isEmpty() ? List.of() : together(transfers);
    }

    /** What an owner has, has promised and owes. */
    public Balance balance(String owner) {
        return database.read(em -> em.createQuery("select a from AccountRow a where a.owner = :owner", AccountRow.class)
                .setParameter("owner", owner)
                .getResultStream()
                .findFirst()
                .map(AccountRow::toBalance)
                .orElse(new Balance(0, 0, 0)));
    }

    /** Makes the owner's account the caller's alone until the transaction ends; opens one when there is none. */
    public void lock(Work work, String owner) {
        shelf(work).holdings(Set.of(owner), Set.of(), Set.of());
    }

    /** As {@link #balance(String)}, as the transaction sees it; the account is the caller's alone from here on. */
    public Balance balance(Work work, String owner) {
        return shelf(work).holdings(Set.of(), Set.of(owner), Set.of()).stream()
                .findFirst()
                .map(holding -> new Balance(holding.balance(), holding.held(), holding.debt()))
                .orElse(new Balance(0, 0, 0));
    }

    /**
     * Forgets whose an account is; its points and its postings stay, so that the ledger stays true.
     *
     * @return by what name the account goes from here on; empty when there is none
     */
    public Optional<String> forget(Work work, String owner) {
        return shelf(work).holdings(Set.of(), Set.of(owner), Set.of()).stream()
                .findFirst()
                .map(holding -> {
                    String alias = "erased." + holding.account();
                    work.entities()
                            .createQuery("update AccountRow a set a.owner = :alias where a.id = :id")
                            .setParameter("alias", alias)
                            .setParameter("id", holding.account())
                            .executeUpdate();
                    return alias;
                });
    }

    private Shelf shelf(Work work) {
        return new Shelf(
                work.entities().unwrap(Connection.class), ids, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** Keys of two nodes may meet: the second one looks again and finds what the first has posted. */
    private List<Outcome> together(List<Transfer> transfers) {
        try {
            return database.write(work -> post(work, transfers));
        } catch (DuplicateRowException met) {
            return database.write(work -> post(work, transfers));
        }
    }

    private List<Outcome> post(Work work, List<Transfer> transfers) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        LocalDate today = LocalDate.ofInstant(now, zone);
        Connection connection = work.entities().unwrap(Connection.class);
        SqlBooks books = new SqlBooks(connection, ids, now, today);
        books.open(transfers);
        Bookkeeping bookkeeping = new Bookkeeping(books, now, today);
        List<Outcome> outcomes = transfers.stream().map(bookkeeping::post).toList();
        books.write();
        return outcomes;
    }
}
