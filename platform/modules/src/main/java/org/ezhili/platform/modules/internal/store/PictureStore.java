package org.ezhili.platform.modules.internal.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.ezhili.platform.modules.internal.Build;
import org.ezhili.platform.modules.internal.domain.settings.Picture;
import org.ezhili.platform.persistence.Database;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which pictures there are for settings. Thread-safe. */
@Component(service = PictureStore.class)
public final class PictureStore {

    private static final int SOME = 100;

    private final Database database;

    @Activate
    public PictureStore(@Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database) {
        this.database = database;
    }

    public void add(Picture picture) {
        database.write(work -> {
            work.entities().persist(PictureRow.from(picture));
            return picture;
        });
    }

    public Optional<Picture> find(long id) {
        return database.read(
                em -> Optional.ofNullable(em.find(PictureRow.class, id)).map(PictureRow::toDomain));
    }

    /** Some pictures made before then that no settings have ever named. */
    public List<Picture> unused(Instant before) {
        return database.read(em -> em.createQuery(
                        "SELECT p FROM PictureRow p WHERE p.used = :used AND p.madeAt < :before", PictureRow.class)
                .setParameter("used", false)
                .setParameter("before", before)
                .setMaxResults(SOME)
                .getResultStream()
                .map(PictureRow::toDomain)
                .toList());
    }

    /** Forgets a picture, unless it has come into use; says whether it is forgotten. */
    public boolean forget(Picture picture) {
        return database.write(work -> work.entities()
                        .createQuery("DELETE FROM PictureRow p WHERE p.id = :id AND p.used = :used")
                        .setParameter("id", picture.id())
                        .setParameter("used", false)
                        .executeUpdate())
                > 0;
    }

    /** In the transaction that names them: they are kept for good. Says whether all are there. */
    static boolean use(EntityManager em, Collection<Long> ids) {
        return ids.isEmpty()
                || em.createQuery("UPDATE PictureRow p SET p.used = :used WHERE p.id IN :ids")
                                .setParameter("used", true)
                                .setParameter("ids", ids)
                                .executeUpdate()
                        == ids.size();
    }
}
