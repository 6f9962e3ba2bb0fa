package org.ezhili.platform.security.internal.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.internal.Build;
import org.ezhili.platform.security.internal.domain.AccountEntry;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists accounts by what they hold where, in the order of their names. Thread-safe. */
@Component(service = AccountSearch.class)
public final class AccountSearch {

    private final Database database;

    @Activate
    public AccountSearch(@Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database) {
        this.database = database;
    }

    public Page<AccountEntry> find(AccountQuery query, PageRequest page) {
        if (query.areas().isEmpty()) {
            return Page.last(List.of());
        }
        return database.read(entities -> {
            List<AccountRow> rows = rows(entities, query, page);
            Map<String, List<Grant>> grants =
                    Grants.of(entities, rows.stream().map(AccountRow::account).toList());
            return Page.of(rows, page.limit(), AccountRow::account)
                    .map(row -> row.toEntry(grants.getOrDefault(row.account(), List.of())));
        });
    }

    private static List<AccountRow> rows(EntityManager entities, AccountQuery query, PageRequest page) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        conditions.add("EXISTS (SELECT g FROM GrantRow g WHERE g.account = a.account AND (" + areas(query, values) + ")"
                + role(query, values) + ")");
        page.cursor().ifPresent(cursor -> {
            conditions.add("a.account > :cursor");
            values.put("cursor", cursor);
        });
        query.start().ifPresent(start -> {
            conditions.add("(a.account LIKE :start ESCAPE '!' OR a.name LIKE :start ESCAPE '!')");
            values.put("start", start.replaceAll("[!%_]", "!$0") + "%");
        });
        if (query.activeOnly()) {
            conditions.add("a.closedAt IS NULL");
        }
        TypedQuery<AccountRow> jpql = entities.createQuery(
                "SELECT a FROM AccountRow a WHERE " + String.join(" AND ", conditions) + " ORDER BY a.account",
                AccountRow.class);
        values.forEach(jpql::setParameter);
        return jpql.setMaxResults(page.limit() + 1).getResultList();
    }

    private static String areas(AccountQuery query, Map<String, Object> values) {
        List<String> ranges = new ArrayList<>();
        for (AreaCode area : query.areas()) {
            AreaRange range = AreaRange.of(area);
            int number = ranges.size();
            ranges.add("g.area BETWEEN :from" + number + " AND :to" + number);
            values.put("from" + number, range.from());
            values.put("to" + number, range.to());
        }
        return String.join(" OR ", ranges);
    }

    private static String role(AccountQuery query, Map<String, Object> values) {
        query.role().ifPresent(role -> values.put("role", role.word()));
        return query.role().isPresent() ? " AND g.role = :role" : "";
    }
}
