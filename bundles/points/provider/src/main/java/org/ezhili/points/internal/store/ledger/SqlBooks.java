package org.ezhili.points.internal.store.ledger;

import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Ids;
import org.ezhili.points.internal.domain.ledger.AccountKind;
import org.ezhili.points.internal.domain.ledger.Books;
import org.ezhili.points.internal.domain.ledger.Holding;
import org.ezhili.points.internal.domain.ledger.Leg;
import org.ezhili.points.internal.domain.ledger.Lot;
import org.ezhili.points.internal.domain.ledger.Posting;
import org.ezhili.points.internal.domain.ledger.Transfer;

/** The books of one transaction: what its transfers need is fetched and locked together, what they change is written together. */
final class SqlBooks implements Books {

    private final Connection connection;
    private final Shelf shelf;
    private final Ids ids;
    private final LocalDate today;
    private final Map<String, Posting> postings = new HashMap<>();
    private final Set<Long> closed = new HashSet<>();
    private final Map<String, Holding> owners = new HashMap<>();
    private final Map<Long, Holding> accounts = new HashMap<>();
    private final Map<Long, Lot> lots = new HashMap<>();
    private final Map<Long, OpenLots> open = new HashMap<>();
    private final Map<AreaCode, Long> budgets = new HashMap<>();
    private final List<Posting> recorded = new ArrayList<>();
    private final Set<Long> added = new HashSet<>();
    private final Map<Long, Lot> changed = new LinkedHashMap<>();

    SqlBooks(Connection connection, Ids ids, Instant now, LocalDate today) {
        this.connection = connection;
        this.shelf = new Shelf(connection, ids, now);
        this.ids = ids;
        this.today = today;
    }

    /** Fetches what the transfers refer to, locks the accounts and then the budgets, and only then looks what was posted before. */
    void open(Collection<Transfer> transfers) {
        List<Posting> referred = shelf.postings(transfers.stream()
                .flatMap(t -> t.referred().stream())
                .distinct()
                .toList());
        referred.forEach(posting -> postings.put(posting.key(), posting));
        Set<Long> wanted = new HashSet<>();
        referred.forEach(posting -> posting.legs().forEach(leg -> wanted.add(leg.lot())));
        List<Long> expiring = of(transfers, Transfer.Expire.class)
                .map(Transfer.Expire::lot)
                .distinct()
                .toList();
        wanted.addAll(expiring);
        Set<Long> holders = new HashSet<>();
        referred.forEach(posting -> holders.add(posting.account()));
        shelf.holdersOf(expiring).forEach(holders::add);
        Set<String> earning = new HashSet<>();
        of(transfers, Transfer.Earn.class).forEach(earn -> earning.add(earn.owner()));
        Set<String> spending = new HashSet<>();
        of(transfers, Transfer.Hold.class).forEach(hold -> spending.add(hold.owner()));
        shelf.holdings(earning, spending, holders).forEach(this::take);
        budgets.putAll(shelf.budgetsLeft(
                of(transfers, Transfer.Earn.class)
                        .map(Transfer.Earn::street)
                        .distinct()
                        .toList(),
                today.getYear()));
        Shelf.Known known = shelf.known(
                transfers.stream().map(Transfer::key).distinct().toList(),
                referred.stream().map(Posting::id).toList(),
                wanted,
                spendable(spending));
        known.postings().forEach(posting -> postings.put(posting.key(), posting));
        closed.addAll(known.closed());
        known.lots().forEach(lot -> lots.put(lot.id(), lot));
        known.first().forEach((account, page) -> openLots(account).fetched(current(page.lots()), page.last()));
    }

    private void take(Holding holding) {
        owners.put(holding.owner(), holding);
        accounts.put(holding.account(), holding);
    }

    private static <T extends Transfer> Stream<T> of(Collection<Transfer> transfers, Class<T> type) {
        return transfers.stream().filter(type::isInstance).map(type::cast);
    }

    private List<Long> spendable(Set<String> spending) {
        return spending.stream()
                .flatMap(owner -> Optional.ofNullable(owners.get(owner)).stream())
                .filter(holding -> holding.balance() > 0)
                .map(Holding::account)
                .toList();
    }

    private OpenLots openLots(long account) {
        return open.computeIfAbsent(
                account, id -> new OpenLots(after -> current(shelf.firstOut(id, after, OpenLots.PAGE))));
    }

    /** The lots as this transaction has them. */
    private List<Lot> current(List<Lot> fetched) {
        return fetched.stream()
                .map(lot -> Optional.ofNullable(lots.putIfAbsent(lot.id(), lot)).orElse(lot))
                .toList();
    }

    @Override
    public long nextId() {
        return ids.next();
    }

    @Override
    public Optional<Posting> posting(String key) {
        return Optional.ofNullable(postings.get(key));
    }

    @Override
    public boolean isClosed(long posting) {
        return closed.contains(posting);
    }

    /** Who has no account has nothing; an account was opened for everybody who earns. */
    @Override
    public Holding owner(String owner) {
        return owners.computeIfAbsent(owner, nobody -> new Holding(0, owner, 0, 0, 0));
    }

    @Override
    public Holding account(long account) {
        return Optional.ofNullable(accounts.get(account))
                .orElseThrow(() -> new IllegalStateException("there is no account " + account));
    }

    @Override
    public Optional<Lot> lot(long id) {
        return Optional.ofNullable(lots.get(id));
    }

    @Override
    public Iterable<Lot> open(long account) {
        return openLots(account);
    }

    @Override
    public long budgetLeft(AreaCode street) {
        return budgets.getOrDefault(street, 0L);
    }

    @Override
    public void put(Lot lot) {
        if (lots.put(lot.id(), lot) == null) {
            added.add(lot.id());
        }
        changed.put(lot.id(), lot);
        openLots(lot.account()).put(lot);
    }

    @Override
    public void record(Posting posting) {
        recorded.add(posting);
        postings.put(posting.key(), posting);
        posting.closes().ifPresent(closed::add);
        for (Leg leg : posting.legs()) {
            if (leg.kind() == AccountKind.ISSUER) {
                AreaCode street = Shelf.street(leg.holder());
                budgets.computeIfPresent(street, (same, left) -> left + leg.amount());
            }
        }
    }

    /** Writes everything that was put or recorded. */
    void write() {
        if (recorded.isEmpty()) {
            return;
        }
        Together all = new Together(connection);
        shelf.write(all, recorded, lot -> Optional.ofNullable(lots.get(lot))
                .orElseThrow()
                .street());
        shelf.add(
                all,
                changed.values().stream()
                        .filter(lot -> added.contains(lot.id()))
                        .toList());
        shelf.change(
                all,
                changed.values().stream()
                        .filter(lot -> !added.contains(lot.id()))
                        .toList());
        Set<Long> moved = new HashSet<>();
        recorded.forEach(posting -> moved.add(posting.account()));
        shelf.change(all, moved.stream().sorted().map(this::account).toList(), today, recorded);
        all.run();
    }
}
