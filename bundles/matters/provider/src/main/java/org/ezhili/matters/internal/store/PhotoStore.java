package org.ezhili.matters.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.ezhili.matters.internal.photo.Photo;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;

/** Keeps what is known of photos. */
public final class PhotoStore {

    private final Database database;

    public PhotoStore(Database database) {
        this.database = database;
    }

    public void add(Photo photo) {
        database.write(work -> {
            work.entities().persist(PhotoRow.from(photo));
            return photo;
        });
    }

    public Optional<Photo> find(long id) {
        return database.read(
                em -> Optional.ofNullable(em.find(PhotoRow.class, id)).map(PhotoRow::toDomain));
    }

    /** Takes photos for a matter: each must have been uploaded by the same person and be unused. */
    static void use(EntityManager em, List<Long> photos, String uploader, long matter) {
        if (photos.isEmpty()) {
            return;
        }
        int used = em.createQuery("update PhotoRow p set p.fate = :used, p.matter = :matter"
                        + " where p.id in :ids and p.uploader = :uploader and p.fate = :unused")
                .setParameter("used", PhotoRow.USED)
                .setParameter("matter", matter)
                .setParameter("ids", photos)
                .setParameter("uploader", uploader)
                .setParameter("unused", PhotoRow.UNUSED)
                .executeUpdate();
        if (used != photos.size()) {
            throw ProblemException.of(422, "unknown-photo");
        }
    }

    /** Condemns the photos that were uploaded before {@code before} and never used: nobody can use them from now on. */
    public void doom(Instant before) {
        database.write(work -> work.entities()
                .createQuery("update PhotoRow p set p.fate = :doomed where p.fate = :unused and p.uploadedAt < :before")
                .setParameter("doomed", PhotoRow.DOOMED)
                .setParameter("unused", PhotoRow.UNUSED)
                .setParameter("before", before)
                .executeUpdate());
    }

    /** Some photos that are condemned and whose content is still to be deleted. */
    public List<Photo> doomed() {
        return database.read(em -> em.createQuery("select p from PhotoRow p where p.fate = :doomed", PhotoRow.class)
                .setParameter("doomed", PhotoRow.DOOMED)
                .setMaxResults(100)
                .getResultStream()
                .map(PhotoRow::toDomain)
                .toList());
    }

    /** Forgets a condemned photo, after its content is gone. */
    public void forget(Photo photo) {
        database.write(work -> work.entities()
                .createQuery("delete from PhotoRow p where p.id = :id and p.fate = :doomed")
                .setParameter("id", photo.id())
                .setParameter("doomed", PhotoRow.DOOMED)
                .executeUpdate());
    }
}
