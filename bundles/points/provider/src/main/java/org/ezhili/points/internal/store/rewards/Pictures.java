package org.ezhili.points.internal.store.rewards;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.persistence.EntityManager;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;

/** Which pictures there are. One that is chosen for a reward is safe from being thrown away at that moment. */
public final class Pictures {

    private static final int AT_ONCE = 100;
    private static final int PAGE = 500;

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
        List<Picture> candidates = new ArrayList<>();
        List<Picture> page;
        long last = 0;
        do {
            page = page(since, last);
            if (!page.isEmpty()) {
                Set<String> shown = shown(page);
                page.stream()
                        .filter(picture -> !shown.contains(String.valueOf(picture.id())))
                        .forEach(candidates::add);
                last = page.get(page.size() - 1).id();
            }
        } while (page.size() == PAGE && candidates.size() < AT_ONCE);
        return candidates.stream()
                .limit(AT_ONCE)
                .filter(picture -> doom(picture, since))
                .toList();
    }

    private List<Picture> page(Instant since, long after) {
        return database.read(em -> em.createQuery(
                        "select p from PictureRow p where p.id > :after and p.chosenAt < :since order by p.id",
                        PictureRow.class)
                .setParameter("after", after)
                .setParameter("since", since)
                .setMaxResults(PAGE)
                .getResultStream()
                .map(PictureRow::toDomain)
                .toList());
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

    private Set<String> shown(List<Picture> pictures) {
        return database.read(em ->
                new HashSet<>(em.createQuery("select r.picture from RewardRow r where r.picture in :ids", String.class)
                        .setParameter(
                                "ids",
                                pictures.stream()
                                        .map(picture -> String.valueOf(picture.id()))
                                        .toList())
                        .getResultList()));
    }
}
