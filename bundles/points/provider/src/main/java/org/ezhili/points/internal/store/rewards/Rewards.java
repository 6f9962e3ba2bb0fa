package org.ezhili.points.internal.store.rewards;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.ezhili.platform.Ids;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.rewards.Meeting;
import org.ezhili.points.internal.domain.rewards.Refusal;
import org.ezhili.points.internal.domain.rewards.Reward;
import org.ezhili.points.internal.domain.rewards.RewardDraft;
import org.ezhili.points.internal.domain.rewards.Timetable;
import org.ezhili.points.internal.domain.rewards.VoucherState;

/** Keeps rewards and what their stock is. */
public final class Rewards {

    private final Database database;
    private final Ids ids;
    private final Clock clock;

    public Rewards(Database database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    public Optional<Reward> find(long id) {
        return database.read(em -> find(em, id));
    }

    static Optional<Reward> find(EntityManager em, long id) {
        return Optional.ofNullable(em.find(RewardRow.class, id)).map(row -> row.toDomain(RewardLists.meetings(em, id)));
    }

    /** Keeps a new reward under an id that the caller has made. */
    public String add(EntityManager em, long id, RewardDraft draft) {
        List<Meeting> meetings = meetings(List.of(), draft);
        Pictures.choose(em, draft.picture(), now());
        RewardRow row = RewardRow.from(new Reward(
                id,
                draft.area(),
                draft.kind(),
                draft.title(),
                draft.description(),
                draft.price(),
                draft.stock(),
                draft.stock(),
                0,
                draft.perPerson(),
                draft.opensAt(),
                draft.closesAt(),
                draft.collectDays(),
                draft.picture(),
                draft.offered(),
                false,
                1,
                meetings));
        em.persist(row);
        meetings.forEach(meeting -> em.persist(MeetingRow.from(id, meeting)));
        return String.valueOf(id);
    }

    /**
     * Changes a reward. What people have exchanged already keeps its price; when a course moves, their vouchers move with it.
     *
     * @param version that the change starts from
     */
    public Reward change(long id, int version, RewardDraft draft) {
        return database.write(work -> {
            EntityManager em = work.entities();
            Reward before = current(em, id, version);
            List<Meeting> meetings = meetings(before.meetings(), draft);
            Pictures.choose(em, draft.picture(), now());
            int more = draft.stock() - before.stock();
            int changed = em.createQuery("update RewardRow r set r.title = :title, r.description = :description,"
                            + " r.price = :price, r.stock = :stock, r.remaining = r.remaining + :more,"
                            + " r.perPerson = :perPerson, r.opensAt = :opens, r.closesAt = :closes,"
                            + " r.collectDays = :days, r.picture = :picture, r.standing = :standing,"
                            + " r.version = :version + 1"
                            + " where r.id = :id and r.version = :version and r.remaining >= :least")
                    .setParameter("title", draft.title())
                    .setParameter("description", draft.description())
                    .setParameter("price", draft.price())
                    .setParameter("stock", draft.stock())
                    .setParameter("more", more)
                    .setParameter("least", -more)
                    .setParameter("perPerson", draft.perPerson())
                    .setParameter("opens", draft.opensAt())
                    .setParameter("closes", draft.closesAt())
                    .setParameter("days", draft.collectDays())
                    .setParameter("picture", draft.picture().orElse(null))
                    .setParameter("standing", RewardRow.standing(draft.offered()))
                    .setParameter("version", version)
                    .setParameter("id", id)
                    .executeUpdate();
            if (changed == 0) {
                current(em, id, version);
                throw Refusal.STOCK_BELOW_TAKEN.problem();
            }
            meetings.forEach(meeting -> em.merge(MeetingRow.from(id, meeting)));
            em.flush();
            em.clear();
            Reward after = find(em, id).orElseThrow();
            if (!meetings.isEmpty()) {
                move(em, after);
            }
            return after;
        });
    }

    /** Calls a reward off for good: what was exchanged is paid back by the job that ends vouchers. */
    public Reward withdraw(long id, int version) {
        return database.write(work -> {
            EntityManager em = work.entities();
            Reward before = current(em, id, version);
            int changed = em.createQuery("update RewardRow r set r.standing = :withdrawn, r.version = :version + 1"
                            + " where r.id = :id and r.version = :version")
                    .setParameter("withdrawn", RewardRow.WITHDRAWN)
                    .setParameter("version", version)
                    .setParameter("id", id)
                    .executeUpdate();
            if (changed == 0) {
                throw ProblemException.of(
                        409, "stale-version", current(em, id, version).version());
            }
            Timetable.callOff(before.meetings(), now()).forEach(meeting -> em.merge(MeetingRow.from(id, meeting)));
            em.createQuery("update VoucherRow v set v.expiresAt = :now, v.cancelUntil = :now"
                            + " where v.rewardId = :id and v.state = :held and v.expiresAt > :now")
                    .setParameter("now", now())
                    .setParameter("id", id)
                    .setParameter("held", VoucherState.HELD.word())
                    .executeUpdate();
            em.flush();
            em.clear();
            return find(em, id).orElseThrow();
        });
    }

    private static void move(EntityManager em, Reward course) {
        em.createQuery("update VoucherRow v set v.expiresAt = :expires, v.cancelUntil = :cut"
                        + " where v.rewardId = :id and v.state = :held")
                .setParameter("expires", course.expiry(course.closesAt()))
                .setParameter("cut", course.cutOff(course.closesAt()))
                .setParameter("id", course.id())
                .setParameter("held", VoucherState.HELD.word())
                .executeUpdate();
    }

    private static Reward current(EntityManager em, long id, int version) {
        em.clear();
        Reward reward = find(em, id).orElseThrow(() -> ProblemException.of(404, "not-found"));
        if (reward.version() != version) {
            throw ProblemException.of(409, "stale-version", reward.version());
        }
        if (reward.withdrawn()) {
            throw Refusal.REWARD_WITHDRAWN.problem();
        }
        return reward;
    }

    private List<Meeting> meetings(List<Meeting> before, RewardDraft draft) {
        return Timetable.change(before, draft.meetings(), now(), ids::next)
                .orElseThrow(() -> ProblemException.field("meetings", "unknown-value"));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
