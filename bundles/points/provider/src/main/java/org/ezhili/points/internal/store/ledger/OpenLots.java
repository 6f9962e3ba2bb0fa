package org.ezhili.points.internal.store.ledger;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.ezhili.points.internal.domain.ledger.Lot;
import org.jspecify.annotations.Nullable;

/**
 * One account's lots that have points left, first out first, fetched page by page as far as somebody looks. What a
 * transaction has changed counts, not what the database still has.
 */
final class OpenLots implements Iterable<Lot> {

    static final int PAGE = 32;

    private final TreeSet<Lot> known = new TreeSet<>(Lot.FIRST_OUT);
    private final Function<Optional<Lot>, List<Lot>> fetch;
    private @Nullable Lot fetched;
    private boolean complete;

    /** @param fetch the next page, of at most {@link #PAGE}, after a lot, each as it stands in this transaction */
    OpenLots(Function<Optional<Lot>, List<Lot>> fetch) {
        this.fetch = fetch;
    }

    /** A lot as it stands now. */
    void put(Lot lot) {
        known.remove(lot);
        known.add(lot);
    }

    /** Lots that were fetched in order, and whether there are no more. */
    void fetched(List<Lot> page, boolean last) {
        for (Lot lot : page) {
            put(lot);
            fetched = lot;
        }
        complete = last;
    }

    @Override
    public Iterator<Lot> iterator() {
        return new Iterator<>() {

            private @Nullable Lot at;
            private @Nullable Lot next;

            @Override
            public boolean hasNext() {
                while (next == null) {
                    Lot candidate = at == null ? first() : known.higher(at);
                    if (!complete && (candidate == null || isAhead(candidate))) {
                        List<Lot> page = fetch.apply(Optional.ofNullable(fetched));
                        fetched(page, page.size() < PAGE);
                        continue;
                    }
                    if (candidate == null) {
                        return false;
                    }
                    at = candidate;
                    next = candidate.remaining() > 0 ? candidate : null;
                }
                return true;
            }

            @Override
            public Lot next() {
                if (!hasNext() || next == null) {
                    throw new NoSuchElementException();
                }
                Lot lot = next;
                next = null;
                return lot;
            }
        };
    }

    private @Nullable Lot first() {
        return known.isEmpty() ? null : known.first();
    }

    private boolean isAhead(Lot lot) {
        return fetched == null || Lot.FIRST_OUT.compare(lot, fetched) > 0;
    }
}
