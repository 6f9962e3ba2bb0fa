package org.ezhili.grid.internal.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.ezhili.grid.internal.Build;
import org.ezhili.grid.internal.tree.AreaMap;
import org.ezhili.grid.internal.tree.PastArea;
import org.ezhili.grid.internal.tree.TreeArea;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Keeps the area tree. Changes happen one after the other and are numbered; what an area was before is kept. Thread-safe. */
@Component(service = AreaStore.class)
public final class AreaStore {

    private final Database database;

    @Activate
    public AreaStore(@Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database) {
        this.database = database;
    }

    /**
     * What a change of the tree comes to.
     *
     * @param areas to be written
     * @param answer for whoever asked for the change
     */
    public record Planned<T>(List<TreeArea> areas, T answer) {}

    /** The number of the last committed change. */
    public long number() {
        return database.read(entities -> entities.createQuery("SELECT mark.number FROM GridChangeMark mark", Long.class)
                .getSingleResult());
    }

    /** The tree that {@code known} has become by now. */
    public AreaMap refreshed(AreaMap known) {
        return database.read(entities -> {
            long number = mark(entities).number();
            return number == known.number() ? known : known.with(changedSince(entities, known.number()), number);
        });
    }

    /**
     * Changes the tree in one transaction. {@code plan} is handed the tree as nobody else can change it until the end; it may
     * be run again and has no effect of its own.
     *
     * @param known a recent tree, to save reading it all
     */
    public <T> T change(AreaMap known, Function<AreaMap, Planned<T>> plan) {
        return database.write(work -> {
            EntityManager entities = work.entities();
            ChangeMarkRow mark = entities.find(ChangeMarkRow.class, ChangeMarkRow.ONLY, LockModeType.PESSIMISTIC_WRITE);
            AreaMap now = mark.number() == known.number()
                    ? known
                    : known.with(changedSince(entities, known.number()), mark.number());
            Planned<T> planned = plan.apply(now);
            if (!planned.areas().isEmpty()) {
                long number = mark.advance();
                planned.areas().forEach(area -> write(entities, area, number));
            }
            return planned.answer();
        });
    }

    /** What the area was, the latest first; not what it is. */
    public List<PastArea> history(AreaCode code, int most) {
        return database.read(entities -> entities.createQuery(
                        "SELECT row FROM GridAreaHistory row WHERE row.code = :code ORDER BY row.version DESC",
                        AreaHistoryRow.class)
                .setParameter("code", code.digits())
                .setMaxResults(most)
                .getResultStream()
                .map(AreaHistoryRow::toDomain)
                .toList());
    }

    /** What the area was on a day that is past; empty when that is what it still is, or when it was not there yet. */
    public Optional<PastArea> on(AreaCode code, LocalDate day) {
        return database.read(entities -> entities.createQuery(
                        "SELECT row FROM GridAreaHistory row WHERE row.code = :code AND row.validFrom <= :day"
                                + " AND row.validTo > :day",
                        AreaHistoryRow.class)
                .setParameter("code", code.digits())
                .setParameter("day", day)
                .getResultStream()
                .findFirst()
                .map(AreaHistoryRow::toDomain));
    }

    private static void write(EntityManager entities, TreeArea area, long number) {
        if (area.version() == 1) {
            entities.persist(AreaRow.from(area, number));
            return;
        }
        AreaRow row = Optional.ofNullable(
                        entities.find(AreaRow.class, area.code().digits()))
                .orElseThrow(() -> new IllegalStateException("area " + area.code() + " has gone from the database"));
        entities.persist(row.closed(area.since()));
        row.take(area, number);
    }

    private static ChangeMarkRow mark(EntityManager entities) {
        return entities.find(ChangeMarkRow.class, ChangeMarkRow.ONLY);
    }

    private static List<TreeArea> changedSince(EntityManager entities, long number) {
        return entities.createQuery("SELECT row FROM GridArea row WHERE row.changeNumber > :number", AreaRow.class)
                .setParameter("number", number)
                .getResultStream()
                .map(AreaRow::toDomain)
                .toList();
    }
}
