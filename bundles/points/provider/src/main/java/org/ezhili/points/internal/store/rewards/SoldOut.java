package org.ezhili.points.internal.store.rewards;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.domain.rewards.Refusal;
import org.ezhili.points.internal.domain.rewards.Reward;

/**
 * Remembers for a second what was sold out, so that the thousands who come too late are told so without asking the database.
 * Who holds one already is never turned away here: theirs may be a repeat. Thread-safe.
 */
public final class SoldOut {

    private static final Duration KEPT = Duration.ofSeconds(1);
    private static final int MOST_HOLDERS = 10_000;
    private static final int MOST_REWARDS = 1_000;

    private final Database database;
    private final Clock clock;
    private final Map<Long, Entry> entries = new ConcurrentHashMap<>();

    public SoldOut(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Entry(Reward reward, Set<String> holders, Instant until) {}

    /** The reward, when it is known to be sold out at this moment. */
    public Optional<Reward> reward(long id) {
        return entry(id).map(Entry::reward);
    }

    void refuse(long reward, String owner) {
        if (entry(reward).filter(entry -> !entry.holders().contains(owner)).isPresent()) {
            throw Refusal.SOLD_OUT.problem();
        }
    }

    void learn(long id) {
        if (entry(id).isPresent() || entries.size() > MOST_REWARDS) {
            entries.values().removeIf(entry -> !clock.instant().isBefore(entry.until()));
            return;
        }
        database.read(em -> {
            Optional<Reward> reward = Rewards.find(em, id).filter(Reward::isSoldOut);
            Set<String> holders = em.createQuery(
                            "select distinct v.owner from VoucherRow v where v.rewardId = :id", String.class)
                    .setParameter("id", id)
                    .setMaxResults(MOST_HOLDERS)
                    .getResultStream()
                    .collect(Collectors.toSet());
            reward.filter(known -> holders.size() < MOST_HOLDERS)
                    .ifPresent(known -> entries.put(
                            id, new Entry(known, holders, clock.instant().plus(KEPT))));
            return holders;
        });
    }

    public void forget(long id) {
        entries.remove(id);
    }

    private Optional<Entry> entry(long id) {
        return Optional.ofNullable(entries.get(id))
                .filter(entry -> clock.instant().isBefore(entry.until()));
    }
}
