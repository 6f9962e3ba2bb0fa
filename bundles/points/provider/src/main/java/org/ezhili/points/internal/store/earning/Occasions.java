package org.ezhili.points.internal.store.earning;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.internal.domain.earning.DryRun;
import org.ezhili.points.internal.domain.earning.RuleBook;

/** Past occasions to earn. */
public final class Occasions {

    private static final int PAGE = 1_000;

    private final Database database;

    public Occasions(Database database) {
        this.database = database;
    }

    /**
     * What these rules would have given for the occasions of their street, from the one day until before the other. What was
     * earned before in the first day's month counts against the caps of that month.
     */
    public Map<OccasionKind, DryRun.Line> dryRun(RuleBook rules, LocalDate from, LocalDate to) {
        DryRun run = new DryRun(rules, from);
        LocalDate day = from.withDayOfMonth(1);
        long id = 0;
        List<OccasionRow> page;
        do {
            page = page(rules.street().digits(), day, id, to);
            for (OccasionRow row : page) {
                if (!row.isWithdrawn()) {
                    run.weigh(row.toDomain(), row.day(), row.points());
                }
                day = row.day();
                id = row.id();
            }
        } while (page.size() == PAGE);
        return run.lines();
    }

    private List<OccasionRow> page(String street, LocalDate day, long id, LocalDate to) {
        return database.read(em -> em.createQuery(
                        "select o from OccasionRow o where o.street = :street and o.on >= :day and o.on < :to"
                                + " and (o.on > :day or (o.on = :day and o.id > :id)) order by o.on, o.id",
                        OccasionRow.class)
                .setParameter("street", street)
                .setParameter("to", Date.valueOf(to))
                .setParameter("day", Date.valueOf(day))
                .setParameter("id", id)
                .setMaxResults(PAGE)
                .getResultList());
    }
}
