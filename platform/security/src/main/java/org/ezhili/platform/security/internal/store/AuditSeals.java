package org.ezhili.platform.security.internal.store;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.security.internal.Build;
import org.ezhili.platform.security.internal.domain.AuditChain;
import org.ezhili.platform.security.internal.domain.AuditLine;
import org.ezhili.platform.security.internal.domain.AuditState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts audit lines into the chain and walks along it. Thread-safe; two nodes sealing at once do no harm, one of them fails. */
@Component(service = AuditSeals.class)
public final class AuditSeals {

    private static final int BATCH = 500;

    private final Database database;

    @Activate
    public AuditSeals(@Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database) {
        this.database = database;
    }

    /** Seals all lines that wait; returns how many. */
    public int seal() {
        int sealed = 0;
        for (int batch = BATCH; batch == BATCH; sealed += batch) {
            batch = database.write(work -> sealSome(work.entities()));
        }
        return sealed;
    }

    private static int sealSome(EntityManager entities) {
        List<Long> waiting = entities.createQuery(
                        "SELECT u.line FROM UnsealedRow u, AuditRow l WHERE l.id = u.line ORDER BY u.line", Long.class)
                .setMaxResults(BATCH)
                .getResultList();
        if (waiting.isEmpty()) {
            return 0;
        }
        Map<Long, AuditLine> lines = lines(entities, waiting);
        Optional<SealRow> newest = newest(entities);
        String hash = newest.map(SealRow::hash).orElse(AuditChain.START);
        long place = newest.map(SealRow::place).orElse(0L);
        for (Long id : waiting) {
            hash = AuditChain.next(hash, requireNonNull(lines.get(id)));
            entities.persist(new SealRow(++place, id, hash));
        }
        entities.createQuery("DELETE FROM UnsealedRow u WHERE u.line IN :sealed")
                .setParameter("sealed", waiting)
                .executeUpdate();
        return waiting.size();
    }

    /** Walks along the whole chain. */
    public AuditState check() {
        String hash = AuditChain.START;
        long place = 0;
        for (List<SealRow> seals = after(place); !seals.isEmpty(); seals = after(place)) {
            Map<Long, AuditLine> lines = linesOf(seals);
            for (SealRow seal : seals) {
                AuditLine line = lines.get(seal.line());
                place++;
                if (line == null || seal.place() != place || !seal.hash().equals(AuditChain.next(hash, line))) {
                    return state(place - 1, hash, Optional.of(seal.line()));
                }
                hash = seal.hash();
            }
        }
        return state(place, hash, removedBeforeSeal().or(this::stranger));
    }

    private AuditState state(long sealed, String head, Optional<Long> broken) {
        long waiting = database.read(entities -> entities.createQuery("SELECT COUNT(u) FROM UnsealedRow u", Long.class)
                .getSingleResult());
        return new AuditState(sealed, waiting, head, broken);
    }

    private Optional<Long> removedBeforeSeal() {
        return first("SELECT u.line FROM UnsealedRow u"
                + " WHERE NOT EXISTS (SELECT l FROM AuditRow l WHERE l.id = u.line) ORDER BY u.line");
    }

    /** A line that was never announced. One that is being sealed at this moment can look like it, so it is asked for again. */
    private Optional<Long> stranger() {
        return first("SELECT l.id FROM AuditRow l"
                        + " WHERE NOT EXISTS (SELECT u FROM UnsealedRow u WHERE u.line = l.id)"
                        + " AND NOT EXISTS (SELECT s FROM SealRow s WHERE s.line = l.id) ORDER BY l.id")
                .filter(id -> first("SELECT s.place FROM SealRow s WHERE s.line = " + id)
                        .isEmpty());
    }

    private Optional<Long> first(String query) {
        return database.read(
                entities -> entities.createQuery(query, Long.class).setMaxResults(1).getResultList().stream()
                        .findFirst());
    }

    private List<SealRow> after(long place) {
        return database.read(entities -> entities.createQuery(
                        "SELECT s FROM SealRow s WHERE s.place > :place ORDER BY s.place", SealRow.class)
                .setParameter("place", place)
                .setMaxResults(BATCH)
                .getResultList());
    }

    private Map<Long, AuditLine> linesOf(List<SealRow> seals) {
        return database.read(
                entities -> lines(entities, seals.stream().map(SealRow::line).toList()));
    }

    private static Map<Long, AuditLine> lines(EntityManager entities, List<Long> ids) {
        return entities
                .createQuery("SELECT l FROM AuditRow l WHERE l.id IN :ids", AuditRow.class)
                .setParameter("ids", ids)
                .getResultList()
                .stream()
                .map(AuditRow::toDomain)
                .collect(Collectors.toMap(AuditLine::id, Function.identity()));
    }

    private static Optional<SealRow> newest(EntityManager entities) {
        return entities
                .createQuery("SELECT s FROM SealRow s ORDER BY s.place DESC", SealRow.class)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }
}
