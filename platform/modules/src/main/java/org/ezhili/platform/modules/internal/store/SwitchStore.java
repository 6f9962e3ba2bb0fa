package org.ezhili.platform.modules.internal.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import javax.persistence.EntityManager;
import org.ezhili.platform.modules.internal.Build;
import org.ezhili.platform.modules.internal.domain.OffSwitches;
import org.ezhili.platform.modules.internal.domain.Switch;
import org.ezhili.platform.modules.internal.domain.SwitchPlan.Verdict;
import org.ezhili.platform.persistence.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which module is on for which street. Thread-safe; changes come one after the other, on whatever nodes they are made. */
@Component(service = SwitchStore.class)
public final class SwitchStore {

    private final Database database;
    private final Clock clock;

    @Activate
    public SwitchStore(
            @Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database,
            @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many changes there have been: when it is the same as before, so is everything else. */
    public long revision() {
        return database.read(entities -> Revisions.now(entities, Revisions.SWITCHES));
    }

    /** What is off now. A change made meanwhile makes it look older than it is, never newer: it is read again then. */
    public OffSwitches off() {
        return database.read(SwitchStore::off);
    }

    /** What became of a wish to switch. */
    public record Turned(Verdict verdict, boolean changed) {}

    /**
     * Turns a switch, if the rules allow it as things stand in the very transaction of the change.
     *
     * @param rules the verdict on what is off now
     * @param by account of who does it
     */
    public Turned turn(Switch key, boolean on, String by, Function<OffSwitches, Verdict> rules) {
        return database.write(work -> {
            EntityManager entities = work.entities();
            Revisions.next(entities, Revisions.SWITCHES);
            Verdict verdict = rules.apply(off(entities));
            if (!(verdict instanceof Verdict.Free free)) {
                return new Turned(verdict, false);
            }
            free.along().forEach(module -> write(entities, new Switch(key.street(), module), on, by));
            return new Turned(verdict, write(entities, key, on, by));
        });
    }

    private boolean write(EntityManager entities, Switch key, boolean on, String by) {
        SwitchRow row = entities.find(SwitchRow.class, SwitchRow.key(key));
        boolean before = row == null || row.isEnabled();
        if (before == on) {
            return false;
        }
        SwitchRow changed = row == null ? new SwitchRow(key) : row;
        changed.turn(on, by, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        entities.persist(changed);
        return true;
    }

    private static OffSwitches off(EntityManager entities) {
        long revision = Revisions.now(entities, Revisions.SWITCHES);
        List<Switch> off = entities.createQuery("SELECT s FROM SwitchRow s", SwitchRow.class).getResultList().stream()
                .filter(row -> !row.isEnabled())
                .map(SwitchRow::toDomain)
                .toList();
        return OffSwitches.of(revision, off);
    }
}
