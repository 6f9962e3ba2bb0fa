package org.ezhili.platform.releases.internal.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.releases.internal.Build;
import org.ezhili.platform.releases.internal.intake.Release;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which releases have arrived. Thread-safe. */
@Component(service = ReleaseStore.class)
public final class ReleaseStore {

    private final Database database;

    @Activate
    public ReleaseStore(@Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database) {
        this.database = database;
    }

    public Optional<Release> find(String module, Version version) {
        ReleaseKey key = new ReleaseKey(module, version.toString());
        return database.read(entities ->
                Optional.ofNullable(entities.find(ReleaseRow.class, key)).map(ReleaseRow::toDomain));
    }

    /** All that have arrived, of one module or of every one, by module and version. */
    public List<Release> list(Optional<String> module) {
        return database.read(entities -> {
            TypedQuery<ReleaseRow> query = module.isPresent()
                    ? entities.createQuery(
                                    "SELECT r FROM ReleaseRow r WHERE r.module = :module ORDER BY r.sortKey",
                                    ReleaseRow.class)
                            .setParameter("module", module.get())
                    : entities.createQuery("SELECT r FROM ReleaseRow r ORDER BY r.module, r.sortKey", ReleaseRow.class);
            return query.getResultList().stream().map(ReleaseRow::toDomain).toList();
        });
    }

    /** Module and version of each. */
    public List<Map.Entry<String, String>> names() {
        return database.read(entities ->
                entities
                        .createQuery("SELECT r.module, r.version FROM ReleaseRow r", Object[].class)
                        .getResultList()
                        .stream()
                        .map(row -> Map.entry((String) row[0], (String) row[1]))
                        .toList());
    }

    /** Whether another release was made of the same archive. */
    public boolean isKept(String sha256) {
        return database.read(entities ->
                entities.createQuery("SELECT COUNT(r) FROM ReleaseRow r WHERE r.sha256 = :sha256", Long.class)
                                .setParameter("sha256", sha256)
                                .getSingleResult()
                        > 0);
    }

    /** @throws org.ezhili.platform.persistence.DuplicateRowException when this version has arrived already */
    public void add(Release release) {
        database.write(work -> {
            work.entities().persist(ReleaseRow.from(release));
            return release;
        });
    }

    /** Whether there was one to take away. */
    public boolean remove(String module, Version version) {
        return database.write(work -> work.entities()
                        .createQuery("DELETE FROM ReleaseRow r WHERE r.module = :module AND r.version = :version")
                        .setParameter("module", module)
                        .setParameter("version", version.toString())
                        .executeUpdate()
                > 0);
    }
}
