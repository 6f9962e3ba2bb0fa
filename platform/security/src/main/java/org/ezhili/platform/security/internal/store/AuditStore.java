package org.ezhili.platform.security.internal.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.TypedQuery;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.security.internal.Build;
import org.ezhili.platform.security.internal.domain.AuditLine;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Adds and lists audit lines; there is no way to change one. Thread-safe. */
@Component(service = AuditStore.class)
public final class AuditStore {

    private final Database database;

    @Activate
    public AuditStore(@Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database) {
        this.database = database;
    }

    public void add(AuditLine line) {
        database.write(work -> {
            work.entities().persist(AuditRow.from(line));
            work.entities().persist(new UnsealedRow(line.id()));
            return line;
        });
    }

    /** The newest lines first. */
    public Page<AuditLine> find(AuditQuery query, PageRequest page) {
        Map<String, Object> values = new HashMap<>();
        List<String> conditions = new ArrayList<>();
        conditions.add(areas(query, values));
        equal("account", query.account(), conditions, values);
        equal("action", query.action(), conditions, values);
        page.cursor().ifPresent(cursor -> {
            conditions.add("l.id < :cursor");
            values.put("cursor", number(cursor));
        });
        return database.read(entities -> {
            TypedQuery<AuditRow> jpql = entities.createQuery(
                    "SELECT l FROM AuditRow l WHERE " + String.join(" AND ", conditions) + " ORDER BY l.id DESC",
                    AuditRow.class);
            values.forEach(jpql::setParameter);
            List<AuditLine> lines = jpql.setMaxResults(page.limit() + 1).getResultList().stream()
                    .map(AuditRow::toDomain)
                    .toList();
            return Page.of(lines, page.limit(), line -> Long.toString(line.id()));
        });
    }

    private static String areas(AuditQuery query, Map<String, Object> values) {
        List<String> ranges = new ArrayList<>();
        for (AreaCode area : query.areas()) {
            AreaRange range = AreaRange.of(area);
            int number = ranges.size();
            ranges.add("l.area BETWEEN :from" + number + " AND :to" + number);
            values.put("from" + number, range.from());
            values.put("to" + number, range.to());
        }
        if (query.withoutArea()) {
            ranges.add("l.area IS NULL");
        }
        return ranges.isEmpty() ? "1 = 0" : "(" + String.join(" OR ", ranges) + ")";
    }

    private static void equal(
            String field, Optional<String> value, List<String> conditions, Map<String, Object> values) {
        value.ifPresent(wanted -> {
            conditions.add("l." + field + " = :" + field);
            values.put(field, wanted);
        });
    }

    private static long number(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw ProblemException.field("cursor", "cursor");
        }
    }
}
