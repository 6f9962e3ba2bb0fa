package org.ezhili.points.internal.store.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.Query;
import javax.persistence.TypedQuery;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Ids;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Work;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.Notice;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.store.Cursors;

/**
 * Keeps what people are told of. Where a street does without points nobody is told, and what was told before is not seen. Nor is
 * what a later version has told that this one has no word for.
 */
public final class Inbox implements Telling {

    static final Duration KEPT = Duration.ofDays(180);

    private static final Set<String> KNOWN =
            Arrays.stream(NoticeKind.values()).map(NoticeKind::word).collect(Collectors.toSet());

    private final Database database;
    private final Supplier<Set<AreaCode>> offStreets;
    private final Ids ids;
    private final Clock clock;

    public Inbox(Database database, Supplier<Set<AreaCode>> offStreets, Ids ids, Clock clock) {
        this.database = database;
        this.offStreets = offStreets;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void tell(Work work, String owner, News news) {
        if (!owner.isEmpty() && !offStreets.get().contains(news.place())) {
            work.entities().persist(NoticeRow.of(ids.next(), owner, news, now()));
        }
    }

    /** Somebody's notices, latest first. */
    public Page<Notice> of(String owner, PageRequest page) {
        Set<String> off = off();
        long before = Cursors.before(page);
        List<Notice> notices = database.read(em -> seen(
                        em.createQuery(
                                "select n from NoticeRow n where n.owner = :owner and n.id < :before" + where(off)
                                        + " order by n.id desc",
                                NoticeRow.class),
                        owner,
                        off)
                .setParameter("before", before)
                .setMaxResults(page.limit() + 1)
                .getResultStream()
                .map(NoticeRow::toDomain)
                .toList());
        return Page.of(notices, page.limit(), notice -> String.valueOf(notice.id()));
    }

    public long unread(String owner) {
        Set<String> off = off();
        return database.read(em -> seen(
                        em.createQuery(
                                "select count(n) from NoticeRow n where n.owner = :owner and n.readAt is null"
                                        + where(off),
                                Long.class),
                        owner,
                        off)
                .getSingleResult());
    }

    /** Marks one as read; again it changes nothing. False when it is not theirs. */
    public boolean read(String owner, long id) {
        return database.write(work -> {
            EntityManager em = work.entities();
            mark(em, "n.id = :id", owner).setParameter("id", id).executeUpdate();
            return em.createQuery("select count(n) from NoticeRow n where n.id = :id and n.owner = :owner", Long.class)
                            .setParameter("id", id)
                            .setParameter("owner", owner)
                            .getSingleResult()
                    > 0;
        });
    }

    /** Marks all as read that were told up to this one; what came later stays unread. */
    public void readUpTo(String owner, long id) {
        database.write(work -> mark(work.entities(), "n.id <= :id", owner)
                .setParameter("id", id)
                .executeUpdate());
    }

    /** Forgets what was told long ago. */
    public void forget() {
        database.write(work -> work.entities()
                .createQuery("delete from NoticeRow n where n.toldAt < :before")
                .setParameter("before", now().minus(KEPT))
                .executeUpdate());
    }

    /** Forgets all that somebody was told. */
    public static void forget(Work work, String owner) {
        work.entities()
                .createQuery("delete from NoticeRow n where n.owner = :owner")
                .setParameter("owner", owner)
                .executeUpdate();
    }

    private Query mark(EntityManager em, String which, String owner) {
        return em.createQuery("update NoticeRow n set n.readAt = :now where n.owner = :owner and n.readAt is null and "
                        + which)
                .setParameter("now", now())
                .setParameter("owner", owner);
    }

    private Set<String> off() {
        return offStreets.get().stream().map(AreaCode::digits).collect(Collectors.toSet());
    }

    private static String where(Set<String> off) {
        return " and n.kind in :known" + (off.isEmpty() ? "" : " and n.area not in :off");
    }

    private static <T> TypedQuery<T> seen(TypedQuery<T> query, String owner, Set<String> off) {
        if (!off.isEmpty()) {
            query.setParameter("off", off);
        }
        return query.setParameter("owner", owner).setParameter("known", KNOWN);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
