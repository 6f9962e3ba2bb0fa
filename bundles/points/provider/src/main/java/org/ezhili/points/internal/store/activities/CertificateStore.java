package org.ezhili.points.internal.store.activities;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Ids;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Once;
import org.ezhili.points.internal.domain.activities.Certificate;
import org.ezhili.points.internal.domain.activities.Stars;
import org.ezhili.points.internal.store.Cursors;

/** Certifies hours that count, and knows again what it has certified. */
public final class CertificateStore {

    private final Database database;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public CertificateStore(Database database, Ids ids, Clock clock) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Certifies what there is now, once per key; refused while there is nothing. The answer is the id.
     *
     * @param street in which the hours were served; empty: all of the district
     */
    public Once issue(IdempotencyKey key, String account, String name, Optional<AreaCode> street, String by) {
        return database.once(key, work -> {
            EntityManager em = work.entities();
            long minutes = minutes(em, account, street);
            if (minutes == 0) {
                throw ProblemException.of(422, "no-hours");
            }
            Certificate certificate = new Certificate(
                    ids.next(),
                    Certificate.newCode(random),
                    account,
                    name,
                    street,
                    minutes,
                    Stars.of(minutes),
                    services(em, account, street),
                    by,
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            em.persist(CertificateRow.from(certificate));
            return String.valueOf(certificate.id());
        });
    }

    public Optional<Certificate> find(long id) {
        return database.read(
                em -> Optional.ofNullable(em.find(CertificateRow.class, id)).map(CertificateRow::toDomain));
    }

    public Optional<Certificate> ofCode(String code) {
        return database.read(
                em -> em.createQuery("select c from CertificateRow c where c.code = :code", CertificateRow.class)
                        .setParameter("code", code)
                        .getResultStream()
                        .findFirst()
                        .map(CertificateRow::toDomain));
    }

    /** Whether the hours still are at least those that were certified: some may have been struck since. */
    public boolean stillHolds(Certificate certificate) {
        return database.read(em -> minutes(em, certificate.account(), certificate.street()) >= certificate.minutes());
    }

    /** Somebody's certificates, latest first. */
    public Page<Certificate> of(String account, PageRequest page) {
        long before = Cursors.before(page);
        List<Certificate> rows = database.read(em -> em.createQuery(
                        "select c from CertificateRow c where c.account = :account and c.id < :before order by c.id desc",
                        CertificateRow.class)
                .setParameter("account", account)
                .setParameter("before", before)
                .setMaxResults(page.limit() + 1)
                .getResultStream()
                .map(CertificateRow::toDomain)
                .toList());
        return Page.of(rows, page.limit(), certificate -> String.valueOf(certificate.id()));
    }

    private static long minutes(EntityManager em, String account, Optional<AreaCode> street) {
        Long minutes = em.createQuery(
                        "select sum(v.minutes) from VolunteerRow v where v.account = :account and v.street like :street",
                        Long.class)
                .setParameter("account", account)
                .setParameter("street", street.map(AreaCode::digits).orElse("%"))
                .getSingleResult();
        return minutes == null ? 0 : minutes;
    }

    private static long services(EntityManager em, String account, Optional<AreaCode> street) {
        return em.createQuery(
                        "select count(s) from SignupRow s where s.account = :account and s.state = 'counted'"
                                + " and s.street like :street",
                        Long.class)
                .setParameter("account", account)
                .setParameter("street", street.map(AreaCode::digits).orElse("%"))
                .getSingleResult();
    }
}
