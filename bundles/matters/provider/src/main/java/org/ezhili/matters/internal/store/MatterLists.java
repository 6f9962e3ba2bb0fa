package org.ezhili.matters.internal.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;

/**
 * Lists of matters, newest first. A list is merged from legs, each of which reads one index in order and stops after a page:
 * how long it takes depends on the page, not on how many matters there are.
 */
public final class MatterLists {

    private final Database database;

    public MatterLists(Database database) {
        this.database = database;
    }

    public Page<Matter> page(MatterQuery query, Instant now, PageRequest request) {
        Optional<Long> before = request.cursor().map(MatterLists::id);
        Map<Long, Matter> newest = new TreeMap<>(Comparator.reverseOrder());
        database.read(em -> {
            for (Leg leg : legs(query, now)) {
                leg.rows(em, before, request.limit() + 1).stream()
                        .map(MatterRow::toDomain)
                        .forEach(matter -> newest.put(matter.id(), matter));
            }
            return newest;
        });
        List<Matter> rows = newest.values().stream().limit(request.limit() + 1L).toList();
        return Page.of(rows, request.limit(), matter -> String.valueOf(matter.id()));
    }

    /** How many of these areas' matters are past their deadline. */
    public long overdue(List<AreaCode> areas, Instant now) {
        return database.read(em -> areas.stream()
                .mapToLong(area -> em.createQuery(
                                "select count(m) from MatterRow m where m.owedBy < :now"
                                        + " and m.area between :first and :last",
                                Long.class)
                        .setParameter("now", now)
                        .setParameter("first", AreaRange.of(area).first())
                        .setParameter("last", AreaRange.of(area).last())
                        .getSingleResult())
                .sum());
    }

    /** How many matters wait for this account's handling. */
    public long inHand(String account, Set<AreaCode> without) {
        return State.HANDLING.stream()
                .mapToLong(state -> count("m.handler = :account", account, state, without))
                .sum();
    }

    /** How many of their own an account has in each state: what they reported, and what was given to them and is not over. */
    public Map<State, Long> own(String account, Set<AreaCode> without) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            long reported = count("m.reporter = :account", account, state, without);
            long given = State.OPEN.contains(state)
                    ? count("m.handler = :account and m.reporter <> :account", account, state, without)
                    : 0;
            if (reported + given > 0) {
                counts.put(state, reported + given);
            }
        }
        return counts;
    }

    /** How many of their own, as {@link #own} counts them, are past their deadline. */
    public long ownOverdue(String account, Instant now, Set<AreaCode> without) {
        return State.OWING.stream()
                .mapToLong(state -> late("m.reporter = :account", account, state, now, without)
                        + late("m.handler = :account and m.reporter <> :account", account, state, now, without))
                .sum();
    }

    private long late(String whose, String account, State state, Instant now, Set<AreaCode> without) {
        return database.read(em -> counting(em, whose + " and m.owedBy < :now", account, state, without)
                .setParameter("now", now)
                .getSingleResult());
    }

    private long count(String whose, String account, State state, Set<AreaCode> without) {
        return database.read(em -> counting(em, whose, account, state, without).getSingleResult());
    }

    private static TypedQuery<Long> counting(
            EntityManager em, String whose, String account, State state, Set<AreaCode> without) {
        StringBuilder text =
                new StringBuilder("select count(m) from MatterRow m where " + whose + " and m.state = :state");
        Map<String, String> ends = new HashMap<>();
        for (AreaCode area : without) {
            int next = ends.size();
            ends.put("first" + next, AreaRange.of(area).first());
            ends.put("last" + next, AreaRange.of(area).last());
            text.append(" and m.area not between :first" + next + " and :last" + next);
        }
        TypedQuery<Long> query = em.createQuery(text.toString(), Long.class)
                .setParameter("account", account)
                .setParameter("state", state.word());
        ends.forEach(query::setParameter);
        return query;
    }

    private static List<Leg> legs(MatterQuery query, Instant now) {
        List<Leg> legs = new ArrayList<>();
        query.areas().forEach(area -> legs.addAll(area(area, query, now)));
        query.reporter().ifPresent(account -> legs.addAll(byState(() -> Leg.reporter(account), query.states())));
        query.given().ifPresent(account -> legs.addAll(byState(() -> Leg.given(account), query.states())));
        query.handling()
                .ifPresent(
                        account -> legs.addAll(byState(() -> Leg.handler(account), some(query.states(), State.GIVEN))));
        legs.forEach(leg -> filter(leg, query, now));
        return legs;
    }

    /**
     * What is rarest leads. Grids and handlers are indexed with the state alone: a list without a state is merged from all
     * states.
     */
    private static List<Leg> area(AreaCode area, MatterQuery query, Instant now) {
        boolean wide = area.level().compareTo(AreaLevel.COMMUNITY) < 0;
        boolean grid = area.level().compareTo(AreaLevel.GRID) >= 0;
        if (query.overdue().orElse(false)) {
            return byState(() -> Leg.overdue(now).within(area), query.states());
        }
        if (wide && query.handler().isPresent()) {
            String handler = query.handler().get();
            return byState(() -> Leg.handler(handler).within(area), some(query.states(), State.GIVEN));
        }
        if (area.level() == AreaLevel.DISTRICT
                && query.category().isPresent()
                && query.states().isEmpty()) {
            return List.of(Leg.category(query.category().get()).within(area));
        }
        return byState(() -> Leg.area(area), grid ? some(query.states(), EnumSet.allOf(State.class)) : query.states());
    }

    private static List<Leg> byState(Supplier<Leg> leg, Set<State> states) {
        return states.isEmpty()
                ? List.of(leg.get())
                : states.stream().map(state -> leg.get().state(state)).toList();
    }

    private static Set<State> some(Set<State> asked, Set<State> possible) {
        return asked.isEmpty() ? possible : asked;
    }

    private static void filter(Leg leg, MatterQuery query, Instant now) {
        query.category().ifPresent(code -> leg.and("m.category = :category", "category", code));
        query.handler().ifPresent(account -> leg.handledBy(account));
        query.within().ifPresent(leg::within);
        query.without().forEach(leg::without);
        query.overdue()
                .ifPresent(late ->
                        leg.and(late ? "m.owedBy < :now" : "(m.owedBy is null or m.owedBy >= :now)", "now", now));
    }

    private static long id(String cursor) {
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException notOurs) {
            throw ProblemException.field("cursor", "cursor");
        }
    }
}
