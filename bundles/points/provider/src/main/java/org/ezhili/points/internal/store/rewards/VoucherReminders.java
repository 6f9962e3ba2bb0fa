package org.ezhili.points.internal.store.rewards;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.domain.rewards.Voucher;
import org.ezhili.points.internal.domain.rewards.VoucherState;
import org.ezhili.points.internal.store.notices.Inbox;

/** Reminds people of what they have not collected, once, three days before it lapses; not on the day they got it. */
public final class VoucherReminders implements Runnable {

    private static final Duration BEFORE = Duration.ofDays(3);
    private static final Duration AFTER = Duration.ofDays(1);
    private static final int PAGE = 200;

    private final Database database;
    private final Inbox inbox;
    private final Supplier<Set<AreaCode>> offStreets;
    private final Clock clock;

    public VoucherReminders(Database database, Inbox inbox, Supplier<Set<AreaCode>> offStreets, Clock clock) {
        this.database = database;
        this.inbox = inbox;
        this.offStreets = offStreets;
        this.clock = clock;
    }

    /** It may be stopped at any moment and goes on where it was. */
    @Override
    public void run() {
        Set<String> off = offStreets.get().stream().map(AreaCode::digits).collect(Collectors.toSet());
        long last = 0;
        List<Voucher> page;
        do {
            long after = last;
            page = database.write(work -> {
                List<Voucher> due = due(work.entities(), after, off);
                due.forEach(voucher -> inbox.tell(work, voucher.owner(), news(voucher)));
                return due;
            });
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (page.size() == PAGE && !Thread.currentThread().isInterrupted());
    }

    private static News news(Voucher voucher) {
        return new News(
                NoticeKind.VOUCHER_ENDING,
                voucher.area(),
                voucher.id(),
                voucher.title(),
                voucher.price(),
                Optional.of(voucher.expiresAt()));
    }

    private List<Voucher> due(EntityManager em, long after, Set<String> off) {
        Instant now = clock.instant();
        TypedQuery<VoucherRow> query = em.createQuery(
                        "select v from VoucherRow v where v.state = :held and v.expiresAt > :now and v.expiresAt <= :until"
                                + " and v.redeemedAt <= :then and v.id > :after"
                                + (off.isEmpty() ? "" : " and v.area not in :off")
                                + " and not exists (select n.id from NoticeRow n where n.subject = v.id and n.kind = :kind)"
                                + " order by v.id",
                        VoucherRow.class)
                .setParameter("held", VoucherState.HELD.word())
                .setParameter("now", now)
                .setParameter("until", now.plus(BEFORE))
                .setParameter("then", now.minus(AFTER))
                .setParameter("after", after)
                .setParameter("kind", NoticeKind.VOUCHER_ENDING.word());
        if (!off.isEmpty()) {
            query.setParameter("off", off);
        }
        return query.setMaxResults(PAGE)
                .getResultStream()
                .map(VoucherRow::toDomain)
                .toList();
    }
}
