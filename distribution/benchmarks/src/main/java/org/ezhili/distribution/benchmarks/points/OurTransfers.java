package org.ezhili.distribution.benchmarks.points;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.ezhili.points.internal.domain.ledger.Outcome;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.store.ledger.Ledger;

/** The house's: a point is held, then released, and so on. */
final class OurTransfers implements Transfers {

    private final Ledger ledger;
    private final int owners;
    private final String run;
    private final ThreadLocal<String> owner = ThreadLocal.withInitial(() -> Books.owner(0));

    /** @param owners among whom each hold is for anybody; 1: all for the same */
    OurTransfers(Books books, int owners, String run) {
        this.ledger = books.ledger();
        this.owners = owners;
        this.run = run + System.nanoTime() + ":";
    }

    @Override
    public void one(int client, long number) {
        String pair = run + client + ":" + number / 2;
        Transfer transfer;
        if (number % 2 == 0) {
            owner.set(Books.owner(ThreadLocalRandom.current().nextInt(owners)));
            transfer = new Transfer.Hold("h:" + pair, owner.get(), Optional.empty(), 1, "bench");
        } else {
            transfer = new Transfer.Release("r:" + pair, "h:" + pair, "bench");
        }
        if (!(ledger.post(transfer) instanceof Outcome.Posted)) {
            throw new IllegalStateException("not posted: " + transfer);
        }
    }
}
