package org.ezhili.points.internal.store.rewards;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;

/** Which pictures there are. One that is chosen for a reward is safe from being thrown away at that moment. */
public final class Pictures {

    private static final int AT_ONCE = 100;

    private final Database database;

    public Pictures(Database database) {
        this.database = database;
    }

    public void add(Picture picture, String uploader, Instant now) {
        database.write(work -> {
            work.entities().persist(PictureRow.from(picture, uploader, now));
            return picture;
        });
    }

    /** Chooses a picture for a reward; one that is not there, or is on its way out, is refused by the name of the field. */
    static void choose(EntityManager em, Optional<String> picture, Instant now) {
        picture.ifPresent(id -> {
            int chosen = em.createQuery(
                            "update PictureRow p set p.chosenAt = :now where p.id = :id and p.chosenAt > :doomed")
                    .setParameter("now", now)
                    .setParameter("id", Long.parseLong(id))
                    .setParameter("doomed", PictureRow.DOOMED)
                    .executeUpdate();
            if (chosen == 0) {
                throw ProblemException.field("picture", "unknown-value");
            }
        });
    }

    /** Pictures that no reward shows and nobody chose since then; from here on nobody can. */
    public List<Picture> unused(Instant since) {
        List<Picture> candidates = database.read(em -> em.createQuery(
                        "select p from PictureRow p where p.chosenAt < :since order by p.chosenAt", PictureRow.class)
                .setParameter("since", since)
                .getResultStream()
                .filter(row -> !shown(em, row.toDomain()))
                .limit(AT_ONCE)
                .map(PictureRow::toDomain)
                .toList());
        return candidates.stream().filter(picture -> doom(picture, since)).toList();
    }

    public void forget(Picture picture) {
        database.write(work -> work.entities()
                .createQuery("delete from PictureRow p where p.id = :id")
                .setParameter("id", picture.id())
                .executeUpdate());
    }

    private boolean doom(Picture picture, Instant since) {
        return database.write(work -> work.entities()
                        .createQuery("update PictureRow p set p.chosenAt = :doomed where p.id = :id"
                                + " and p.chosenAt < :since")
                        .setParameter("doomed", PictureRow.DOOMED)
                        .setParameter("id", picture.id())
                        .setParameter("since", since)
                        .executeUpdate()
                > 0);
    }

    private static boolean shown(EntityManager em, Picture picture) {
        return !em.createQuery("select r.id from RewardRow r where r.picture = :id", Long.class)
                .setParameter("id", String.valueOf(picture.id()))
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
