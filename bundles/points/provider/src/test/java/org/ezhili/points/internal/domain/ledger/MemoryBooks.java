package org.ezhili.points.internal.domain.ledger;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ezhili.platform.AreaCode;

/** Books in memory, with everything that must hold of them. */
final class MemoryBooks implements Books {

    private final Map<String, Posting> postings = new HashMap<>();
    private final Set<Long> closed = new HashSet<>();
    private final Map<String, Holding> owners = new HashMap<>();
    private final Map<Long, Holding> accounts = new HashMap<>();
    private final Map<Long, Lot> lots = new HashMap<>();
    private final Map<Long, TreeSet<Lot>> open = new HashMap<>();
    private final Map<Long, Map<AccountKind, Long>> byLot = new HashMap<>();
    private final Map<AccountKind, Long> totals = new EnumMap<>(AccountKind.class);
    private final Map<AreaCode, Long> budgets = new HashMap<>();
    private final List<Posting> fresh = new ArrayList<>();
    private long last;

    void budget(AreaCode street, long amount) {
        budgets.put(street, amount);
    }

    /** The postings since this was asked last. */
    List<Posting> takeFresh() {
        List<Posting> taken = List.copyOf(fresh);
        fresh.clear();
        return taken;
    }

    /** Points of a lot in the accounts of a kind. */
    long of(long lot, AccountKind kind) {
        return byLot.getOrDefault(lot, Map.of()).getOrDefault(kind, 0L);
    }

    long total() {
        return totals.values().stream().mapToLong(Long::longValue).sum();
    }

    long total(AccountKind kind) {
        return totals.getOrDefault(kind, 0L);
    }

    @Override
    public long nextId() {
        return ++last;
    }

    @Override
    public Optional<Posting> posting(String key) {
        return Optional.ofNullable(postings.get(key));
    }

    @Override
    public boolean isClosed(long posting) {
        return closed.contains(posting);
    }

    @Override
    public Holding owner(String owner) {
        return owners.computeIfAbsent(owner, name -> {
            Holding holding = new Holding(nextId(), name, 0, 0, 0);
            accounts.put(holding.account(), holding);
            return holding;
        });
    }

    @Override
    public Holding account(long account) {
        return accounts.get(account);
    }

    @Override
    public Optional<Lot> lot(long id) {
        return Optional.ofNullable(lots.get(id));
    }

    @Override
    public Iterable<Lot> open(long account) {
        return open.computeIfAbsent(account, id -> new TreeSet<>(Lot.FIRST_OUT));
    }

    @Override
    public long budgetLeft(AreaCode street) {
        return budgets.getOrDefault(street, 0L);
    }

    @Override
    public void put(Lot lot) {
        if (lot.remaining() < 0 || lot.remaining() > lot.amount()) {
            throw new AssertionError("overdrawn " + lot);
        }
        lots.put(lot.id(), lot);
        TreeSet<Lot> own = open.computeIfAbsent(lot.account(), id -> new TreeSet<>(Lot.FIRST_OUT));
        own.remove(lot);
        if (lot.remaining() > 0) {
            own.add(lot);
        }
    }

    @Override
    public void record(Posting posting) {
        if (postings.put(posting.key(), posting) != null) {
            throw new AssertionError("a key twice: " + posting.key());
        }
        if (posting.closes().isPresent() && !closed.add(posting.closes().get())) {
            throw new AssertionError("closed twice: " + posting);
        }
        fresh.add(posting);
        for (Leg leg : posting.legs()) {
            byLot.computeIfAbsent(leg.lot(), lot -> new EnumMap<>(AccountKind.class))
                    .merge(leg.kind(), leg.amount(), Long::sum);
            totals.merge(leg.kind(), leg.amount(), Long::sum);
            if (leg.kind() == AccountKind.ISSUER) {
                budgets.merge(lots.get(leg.lot()).street(), leg.amount(), Long::sum);
            }
        }
    }
}
