package org.ezhili.matters.internal.store;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.past.PastLife.Lived;
import org.ezhili.platform.Ids;
import org.ezhili.platform.persistence.Database;

/** Writes past matters with their histories. */
public final class PastStore {

    private final Database database;
    private final Ids ids;

    public PastStore(Database database, Ids ids) {
        this.database = database;
        this.ids = ids;
    }

    /**
     * Adds those of the batch whose reference is new, in one transaction.
     *
     * @return how many were new
     */
    public int add(List<Lived> batch) {
        return database.write(work -> {
            EntityManager em = work.entities();
            Set<String> known = new HashSet<>(em.createQuery(
                            "select p.reference from PastRow p where p.reference in :references", String.class)
                    .setParameter(
                            "references", batch.stream().map(Lived::reference).toList())
                    .getResultList());
            List<Lived> fresh = batch.stream()
                    .filter(lived -> !known.contains(lived.reference()))
                    .toList();
            fresh.forEach(lived -> insert(em, lived));
            tally(em, fresh);
            return fresh.size();
        });
    }

    private static void insert(EntityManager em, Lived lived) {
        Matter matter = lived.matter();
        em.persist(PastRow.of(lived.reference(), matter.id()));
        em.persist(MatterRow.from(matter));
        lived.steps().forEach(step -> em.persist(StepRow.from(step)));
        lived.handlers().forEach(account -> em.persist(InvolvedRow.of(account, matter.id())));
    }

    /** One change for each area and state of the batch. */
    private void tally(EntityManager em, List<Lived> fresh) {
        Map<List<String>, Integer> changes = new LinkedHashMap<>();
        fresh.forEach(lived -> changes.merge(
                List.of(
                        Tallies.place(lived.matter().area()).digits(),
                        lived.matter().state().word()),
                1,
                Integer::sum));
        changes.forEach((key, amount) -> em.persist(TallyRow.of(ids.next(), key.get(0), key.get(1), amount)));
    }
}
