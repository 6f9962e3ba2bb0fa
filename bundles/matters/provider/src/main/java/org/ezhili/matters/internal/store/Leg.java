package org.ezhili.matters.internal.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;

/**
 * One part of a list that one index answers in order: leading columns equal, newest first. What only filters is written so
 * that no index serves it (the area as a range of its code, the handler in lower case, which accounts are in anyway): the
 * database has no choice to get wrong.
 */
final class Leg {

    private final StringBuilder from = new StringBuilder("select m from MatterRow m");
    private final StringBuilder where = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();
    private String order = "m.id";

    static Leg area(AreaCode area) {
        AreaLevel level = area.level();
        AreaCode column = area.at(AreaLevel.GRID).orElse(area);
        String name =
                switch (level) {
                    case DISTRICT -> "district";
                    case STREET -> "street";
                    case COMMUNITY -> "community";
                    case GRID, BUILDING, ENTRANCE, HOUSEHOLD -> "grid";
                };
        Leg leg = new Leg().and("m." + name + " = :place", "place", column.digits());
        return level.compareTo(AreaLevel.GRID) > 0 ? leg.within(area) : leg;
    }

    static Leg reporter(String account) {
        return new Leg().and("m.reporter = :reporter", "reporter", account);
    }

    static Leg handler(String account) {
        return new Leg().and("m.handler = :handler", "handler", account);
    }

    static Leg category(String code) {
        return new Leg().and("m.category = :category", "category", code);
    }

    /** Those past their deadline are few: they are found first and put in order then. */
    static Leg overdue(Instant now) {
        return new Leg().and("m.owedBy < :now", "now", now);
    }

    static Leg given(String account) {
        Leg leg = new Leg();
        leg.from.append(", InvolvedRow i");
        leg.order = "i.matter";
        return leg.and("i.account = :given and m.id = i.matter", "given", account);
    }

    Leg state(State state) {
        return and("m.state = :state", "state", state.word());
    }

    Leg within(AreaCode area) {
        return range("between", area);
    }

    Leg without(AreaCode area) {
        return range("not between", area);
    }

    private Leg range(String side, AreaCode area) {
        AreaRange range = AreaRange.of(area);
        String first = "first" + parameters.size();
        String last = "last" + parameters.size();
        parameters.put(last, range.last());
        return and("m.area " + side + " :" + first + " and :" + last, first, range.first());
    }

    /** Filters by handler, unless that handler leads already. */
    Leg handledBy(String account) {
        return account.equals(parameters.get("handler")) ? this : and("lower(m.handler) = :who", "who", account);
    }

    Leg and(String condition, String name, Object value) {
        where.append(where.isEmpty() ? " where " : " and ").append(condition);
        parameters.put(name, value);
        return this;
    }

    List<MatterRow> rows(EntityManager em, Optional<Long> before, int most) {
        before.ifPresent(id -> and(order + " < :before", "before", id));
        TypedQuery<MatterRow> query =
                em.createQuery(from.toString() + where + " order by " + order + " desc", MatterRow.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(most).getResultList();
    }
}
