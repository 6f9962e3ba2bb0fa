package org.ezhili.matters.internal.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ezhili.matters.PastMatter;
import org.ezhili.matters.PastMatters;
import org.ezhili.matters.internal.past.PastLife.Lived;
import org.ezhili.matters.internal.store.PastStore;

/** Takes over matters from older systems: checks all, then writes batch by batch what is not there yet. */
public final class PastLoad implements PastMatters {

    private static final int BATCH = 200;
    private static final Instant FIRST_ID = Instant.parse("2020-01-01T00:00:00Z");
    private static final int RANDOM_BITS = 22;
    private static final long RANDOM_MASK = (1L << RANDOM_BITS) - 1;

    private final PastLife life;
    private final PastStore store;

    public PastLoad(PastLife life, PastStore store) {
        this.life = life;
        this.store = store;
    }

    @Override
    public int load(List<PastMatter> matters) {
        Set<Long> taken = new HashSet<>();
        Set<String> references = new HashSet<>();
        List<Lived> lived = new ArrayList<>();
        for (PastMatter past : matters) {
            Lived one = life.live(past, id(past, taken));
            if (references.add(past.reference())) {
                lived.add(one);
            }
        }
        int loaded = 0;
        for (int from = 0; from < lived.size(); from += BATCH) {
            loaded += store.add(lived.subList(from, Math.min(from + BATCH, lived.size())));
        }
        return loaded;
    }

    /**
     * Lists are in the order of ids, so a past matter gets an id of its own time: laid out as a TSID, with the reference's hash
     * in the place of chance. What was reported before 2020 comes last in every list.
     */
    private static long id(PastMatter past, Set<Long> taken) {
        long millis = Math.max(0, past.reportedAt().toEpochMilli() - FIRST_ID.toEpochMilli());
        long id = (millis << RANDOM_BITS) | (mixed(past.reference()) & RANDOM_MASK);
        while (!taken.add(id)) {
            id++;
        }
        return id;
    }

    private static long mixed(String reference) {
        long hash = reference.hashCode() * 0x9E3779B97F4A7C15L;
        return hash >>> (Long.SIZE - RANDOM_BITS);
    }
}
