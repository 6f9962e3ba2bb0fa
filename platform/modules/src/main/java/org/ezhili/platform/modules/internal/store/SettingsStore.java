package org.ezhili.platform.modules.internal.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.modules.internal.Build;
import org.ezhili.platform.modules.internal.domain.settings.Scope;
import org.ezhili.platform.modules.internal.domain.settings.Version;
import org.ezhili.platform.persistence.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What streets have set, now and before. Thread-safe; changes come one after the other, on whatever nodes they are made. */
@Component(service = SettingsStore.class)
public final class SettingsStore {

    private final Database database;
    private final Clock clock;

    @Activate
    public SettingsStore(
            @Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database,
            @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** How many changes there have been. */
    public long revision() {
        return database.read(entities -> Revisions.now(entities, Revisions.SETTINGS));
    }

    /**
     * What has changed.
     *
     * @param revision up to which; read before the rows, so that a change made meanwhile is read again
     */
    public record Changes(long revision, Map<Scope, Map<String, Object>> values) {}

    public Changes since(long revision) {
        return database.read(entities -> {
            long now = Revisions.now(entities, Revisions.SETTINGS);
            List<SettingRow> rows = entities.createQuery(
                            "SELECT s FROM SettingRow s WHERE s.changedIn > :revision", SettingRow.class)
                    .setParameter("revision", revision)
                    .getResultList();
            return new Changes(now, rows.stream().collect(Collectors.toMap(SettingRow::scope, SettingRow::values)));
        });
    }

    /** How a wish to set something ended. */
    public sealed interface Outcome {

        record Kept(Version version) implements Outcome {}

        /** Somebody else came first. */
        record Stale(int version) implements Outcome {}
    }

    /**
     * What is to be kept.
     *
     * @param seen the version that it is a change of; 0 when nothing had been set
     * @param pictures that the values name
     * @param from number of the version gone back to
     */
    public record Draft(
            Scope scope, int seen, Map<String, Object> values, Set<Long> pictures, Optional<Integer> from, String by) {}

    /** Keeps new values, if nothing has been set since. */
    public Outcome keep(Draft draft) {
        return database.write(work -> {
            EntityManager entities = work.entities();
            long revision = Revisions.next(entities, Revisions.SETTINGS);
            SettingRow found = entities.find(SettingRow.class, new SettingKey(draft.scope()));
            SettingRow row = found == null ? new SettingRow(draft.scope()) : found;
            if (row.version() != draft.seen()) {
                return new Outcome.Stale(row.version());
            }
            if (!PictureStore.use(entities, draft.pictures())) {
                throw ProblemException.field("values", "picture");
            }
            row.set(draft.values(), revision);
            entities.persist(row);
            Version version = new Version(
                    draft.scope(),
                    row.version(),
                    draft.values(),
                    draft.by(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS),
                    draft.from());
            entities.persist(SettingVersionRow.from(version));
            return new Outcome.Kept(version);
        });
    }

    public Optional<Version> version(Scope scope, int number) {
        return database.read(entities -> Optional.ofNullable(entities.find(
                        SettingVersionRow.class,
                        new SettingVersionKey(scope.area().digits(), scope.module(), number)))
                .map(SettingVersionRow::toDomain));
    }

    /** The newest version; empty when nothing has been set. */
    public Optional<Version> newest(Scope scope) {
        return history(scope, PageRequest.first(1)).items().stream().findFirst();
    }

    /** All versions, newest first. */
    public Page<Version> history(Scope scope, PageRequest page) {
        int before = page.cursor().map(SettingsStore::number).orElse(Integer.MAX_VALUE);
        List<Version> rows = database.read(entities -> entities
                .createQuery(
                        "SELECT v FROM SettingVersionRow v WHERE v.area = :area AND v.module = :module"
                                + " AND v.version < :before ORDER BY v.version DESC",
                        SettingVersionRow.class)
                .setParameter("area", scope.area().digits())
                .setParameter("module", scope.module())
                .setParameter("before", before)
                .setMaxResults(page.limit() + 1)
                .getResultList()
                .stream()
                .map(SettingVersionRow::toDomain)
                .toList());
        return Page.of(rows, page.limit(), version -> String.valueOf(version.number()));
    }

    /** How many versions each module of an area has, for those that have any. */
    public Map<String, Integer> versions(AreaCode area) {
        return database.read(entities -> entities
                .createQuery("SELECT s FROM SettingRow s WHERE s.area = :area", SettingRow.class)
                .setParameter("area", area.digits())
                .getResultList()
                .stream()
                .collect(Collectors.toMap(row -> row.scope().module(), SettingRow::version)));
    }

    private static int number(String cursor) {
        try {
            return Integer.parseInt(cursor);
        } catch (NumberFormatException notOurs) {
            throw ProblemException.field("cursor", "cursor");
        }
    }
}
