package org.ezhili.points.internal.store.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.ezhili.platform.persistence.Database;
import org.ezhili.points.internal.Build;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Proves the ledger from its postings, or names what is off. Points may move meanwhile. */
@Component(service = Reconciliation.class)
public final class Reconciliation {

    private static final int MOST = 100;

    private final Database database;

    @Activate
    public Reconciliation(@Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database) {
        this.database = database;
    }

    /** What is off, at most {@value #MOST} of a sort; empty: the ledger is right. */
    public List<Finding> run() {
        return Stream.of(Check.values()).flatMap(check -> off(check).stream()).toList();
    }

    /** What was caught in the middle of a transaction is not off: it is looked at a second time. */
    private List<Finding> off(Check check) {
        List<Finding> first = database.read(em -> findings(em, check));
        if (first.isEmpty()) {
            return first;
        }
        List<Finding> both = new ArrayList<>(first);
        both.retainAll(database.<List<Finding>>read(em -> findings(em, check)));
        return both;
    }

    private static List<Finding> findings(EntityManager em, Check check) {
        List<?> rows = em.createNativeQuery(check.sql()).setMaxResults(MOST).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Finding(check.word(), number(row[0]), number(row[1]), number(row[2])))
                .toList();
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
