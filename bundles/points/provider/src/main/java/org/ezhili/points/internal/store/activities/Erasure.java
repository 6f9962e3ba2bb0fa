package org.ezhili.points.internal.store.activities;

import java.util.List;
import javax.persistence.EntityManager;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Ids;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.Work;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.store.earning.Earnings;
import org.ezhili.points.internal.store.ledger.Ledger;
import org.ezhili.points.internal.store.notices.Inbox;
import org.ezhili.points.internal.store.rewards.WaitingList;

/**
 * Forgets a volunteer, as the law gives everybody the right to ask. What was served, given and exchanged stays in the books,
 * under a name that leads to nobody: all sums are as they were.
 */
public final class Erasure {

    /** What is theirs: column by column, from their name to the other. */
    private static final List<String> RENAMED = List.of(
            "update VolunteerRow v set v.account = :alias, v.nameKey = '', v.skills = '', v.reason = null where v.account = :account",
            "update SignupRow s set s.inBy = :alias where s.account = :account and s.inBy = :account",
            "update SignupRow s set s.outBy = :alias where s.account = :account and s.outBy = :account",
            "update SignupRow s set s.account = :alias, s.inLon = null, s.inLat = null, s.device = null"
                    + " where s.account = :account",
            "update CertificateRow c set c.issuedBy = :alias where c.account = :account and c.issuedBy = :account",
            "update CertificateRow c set c.account = :alias, c.name = '' where c.account = :account",
            "update VoucherRow v set v.endedBy = :alias where v.owner = :account and v.endedBy = :account",
            "update VoucherRow v set v.owner = :alias where v.owner = :account");

    private final Database database;
    private final Ledger ledger;
    private final Earnings earnings;
    private final Seats seats;
    private final Ids ids;

    public Erasure(Database database, Ledger ledger, Earnings earnings, Seats seats, Ids ids) {
        this.database = database;
        this.ledger = ledger;
        this.earnings = earnings;
        this.seats = seats;
        this.ids = ids;
    }

    /** Forgets them; refused while points are held for a voucher. Again it changes nothing. */
    public void erase(String account) {
        database.write(work -> {
            ledger.lock(work, account);
            if (ledger.balance(work, account).held() > 0) {
                throw ProblemException.of(409, "vouchers-open");
            }
            leaveStreets(work, account);
            String alias = "erased." + ids.next();
            EntityManager em = work.entities();
            em.flush();
            em.createQuery("update SignupRow s set s.state = 'struck' where s.account = :account"
                            + " and s.state in ('present', 'served')")
                    .setParameter("account", account)
                    .executeUpdate();
            em.createQuery("update SignupRow s set s.state = 'left' where s.account = :account"
                            + " and s.state in ('waiting', 'seated')")
                    .setParameter("account", account)
                    .executeUpdate();
            RENAMED.forEach(rename -> em.createQuery(rename)
                    .setParameter("alias", alias)
                    .setParameter("account", account)
                    .executeUpdate());
            em.createQuery(
                            "select a from AnomalyRow a where a.account = :account or a.other = :account",
                            AnomalyRow.class)
                    .setParameter("account", account)
                    .getResultList()
                    .forEach(row -> row.forget(account, alias));
            WaitingList.leaveAll(work, account);
            Inbox.forget(work, account);
            earnings.forget(work, account);
            return alias;
        });
    }

    private void leaveStreets(Work work, String account) {
        EntityManager em = work.entities();
        List<Volunteer> all = em.createQuery(
                        "select v from VolunteerRow v where v.account = :account order by v.id", VolunteerRow.class)
                .setParameter("account", account)
                .getResultStream()
                .map(VolunteerRow::toDomain)
                .toList();
        for (Volunteer volunteer : all) {
            VolunteerStore.lock(em, volunteer.id()).leave();
            AreaCode street = volunteer.street();
            em.flush();
            seats.leaveAll(work, account, street);
            TeamMembers.leaveAll(work, account, street);
        }
        em.flush();
        em.clear();
    }
}
