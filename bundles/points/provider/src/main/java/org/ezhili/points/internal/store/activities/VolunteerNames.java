package org.ezhili.points.internal.store.activities;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.security.Accounts;
import org.ezhili.points.internal.domain.activities.Volunteer;
import org.ezhili.points.internal.store.Cursors;

/**
 * Finds volunteers by name. Names are the directory's; what is looked through is a copy beside the volunteers, which this brings up
 * to date.
 */
public final class VolunteerNames implements Runnable {

    private static final int PAGE = 200;
    private static final int LONGEST = 200;

    private final Database database;
    private final Accounts accounts;

    public VolunteerNames(Database database, Accounts accounts) {
        this.database = database;
        this.accounts = accounts;
    }

    /**
     * Approved volunteers of a street, by name.
     *
     * @param words in the name or the account; empty: all
     */
    public Page<Volunteer> approved(AreaCode street, Optional<String> words, PageRequest page) {
        Optional<Long> after = page.cursor().map(VolunteerNames::cursor);
        List<Volunteer> rows = database.read(em -> {
            Optional<VolunteerRow> last = after.map(id -> em.find(VolunteerRow.class, id));
            TypedQuery<VolunteerRow> query = em.createQuery(
                            "select v from VolunteerRow v where v.street = :street and v.state = 'approved'"
                                    + (words.isEmpty()
                                            ? ""
                                            : " and (v.nameKey like :words escape '!' or lower(v.account) like :words escape '!')")
                                    + (last.isEmpty()
                                            ? ""
                                            : " and (v.nameKey > :name or (v.nameKey = :name and v.id > :id))")
                                    + " order by v.nameKey, v.id",
                            VolunteerRow.class)
                    .setParameter("street", street.digits());
            words.ifPresent(given -> query.setParameter("words", Cursors.containing(given)));
            last.ifPresent(row -> query.setParameter("name", row.nameKey()).setParameter("id", row.id()));
            return query.setMaxResults(page.limit() + 1)
                    .getResultStream()
                    .map(VolunteerRow::toDomain)
                    .toList();
        });
        return Page.of(rows, page.limit(), volunteer -> String.valueOf(volunteer.id()));
    }

    /** Copies names that have changed. It may be stopped at any moment; the next run goes through all again. */
    @Override
    public void run() {
        long last = 0;
        List<Volunteer> page;
        do {
            page = after(last);
            Map<String, String> names = accounts.names(
                    page.stream().map(Volunteer::account).distinct().toList());
            page.forEach(volunteer ->
                    Optional.ofNullable(names.get(volunteer.account())).ifPresent(name -> copy(volunteer, key(name))));
            last = page.isEmpty() ? last : page.get(page.size() - 1).id();
        } while (page.size() == PAGE && !Thread.currentThread().isInterrupted());
    }

    private List<Volunteer> after(long last) {
        return database.read(em -> em.createQuery(
                        "select v from VolunteerRow v where v.id > :last order by v.id", VolunteerRow.class)
                .setParameter("last", last)
                .setMaxResults(PAGE)
                .getResultStream()
                .map(VolunteerRow::toDomain)
                .toList());
    }

    /** Not to who was forgotten meanwhile: their account is another then. */
    private void copy(Volunteer volunteer, String key) {
        database.write(work -> work.entities()
                .createQuery("update VolunteerRow v set v.nameKey = :key where v.id = :id and v.account = :account"
                        + " and v.nameKey <> :key")
                .setParameter("key", key)
                .setParameter("id", volunteer.id())
                .setParameter("account", volunteer.account())
                .executeUpdate());
    }

    /** A name as it is looked for. */
    static String key(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        return small.length() > LONGEST ? small.substring(0, LONGEST) : small;
    }

    private static long cursor(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notOurs) {
            throw ProblemException.field("cursor", "cursor");
        }
    }
}
