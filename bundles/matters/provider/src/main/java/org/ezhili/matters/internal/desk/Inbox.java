package org.ezhili.matters.internal.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.Sight;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.matters.internal.store.MatterLists;
import org.ezhili.matters.internal.store.MatterQuery;
import org.ezhili.matters.internal.store.Tallies;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;

/** The lists and counts that somebody may see. */
public final class Inbox {

    public static final String READ = "matters.read";

    private final MatterLists lists;
    private final Tallies tallies;
    private final Switched switched;
    private final Audit audit;
    private final Clock clock;

    public Inbox(MatterLists lists, Tallies tallies, Switched switched, Audit audit, Clock clock) {
        this.lists = lists;
        this.tallies = tallies;
        this.switched = switched;
        this.audit = audit;
        this.clock = clock;
    }

    public Page<Matter> list(Caller caller, Filter filter, PageRequest page) {
        return lists.page(query(caller, filter), clock.instant(), page);
    }

    public Counts counts(Caller caller, Optional<AreaCode> area) {
        List<AreaCode> areas = areas(caller, area);
        String me = caller.account();
        Instant now = clock.instant();
        Set<AreaCode> off = switched.offStreets();
        if (areas.isEmpty()) {
            return new Counts(lists.own(me, off), lists.ownOverdue(me, now, off), lists.inHand(me, off));
        }
        List<AreaCode> without = offWithin(areas);
        Map<State, Long> states = tallies.count(areas);
        tallies.count(without).forEach((state, count) -> states.merge(state, -count, Long::sum));
        states.values().removeIf(count -> count == 0);
        return new Counts(states, lists.overdue(areas, now) - lists.overdue(without, now), lists.inHand(me, off));
    }

    private MatterQuery query(Caller caller, Filter filter) {
        Optional<String> me = Optional.of(caller.account());
        Optional<String> nobody = Optional.empty();
        if (filter.mine().isPresent()) {
            return switch (filter.mine().get()) {
                case REPORTED -> query(List.of(), me, nobody, nobody, filter, filter.states());
                case HANDLING ->
                    query(
                            List.of(),
                            nobody,
                            nobody,
                            me,
                            filter,
                            filter.states().isEmpty() ? State.HANDLING : filter.states());
            };
        }
        if (filter.handler().equals(me)) {
            return query(List.of(), nobody, nobody, me, filter, filter.states());
        }
        List<AreaCode> areas = areas(caller, filter.area());
        boolean all = areas.stream().anyMatch(area -> area.level() == AreaLevel.DISTRICT)
                || filter.area().filter(areas::contains).isPresent();
        return query(areas, all ? nobody : me, all ? nobody : me, nobody, filter, filter.states());
    }

    private MatterQuery query(
            List<AreaCode> areas,
            Optional<String> reporter,
            Optional<String> given,
            Optional<String> handling,
            Filter filter,
            Set<State> states) {
        return new MatterQuery(
                areas,
                reporter,
                given,
                handling,
                filter.area(),
                switched.offStreets(),
                states,
                filter.category(),
                filter.handler(),
                filter.overdue());
    }

    /** The streets of these areas that do without matters: what lies there is kept, but neither listed nor counted. */
    private List<AreaCode> offWithin(List<AreaCode> areas) {
        return switched.offStreets().stream()
                .filter(street -> areas.stream().anyMatch(area -> area.contains(street)))
                .toList();
    }

    /** The areas that the caller oversees, narrowed to the one asked for. Asking for one outside of them is on record. */
    private List<AreaCode> areas(Caller caller, Optional<AreaCode> asked) {
        List<AreaCode> held = Sight.areas(caller);
        if (asked.isEmpty() || held.isEmpty()) {
            return held;
        }
        AreaCode area = asked.get();
        if (held.stream().anyMatch(own -> own.contains(area))) {
            return List.of(area);
        }
        List<AreaCode> inside = held.stream().filter(area::contains).toList();
        if (inside.isEmpty()) {
            audit.record(caller, READ, area.digits(), asked, "foreign-area");
            throw new ProblemException(Problem.notFound());
        }
        return inside;
    }

    /** Which of one's own. */
    public enum Mine {
        REPORTED,
        HANDLING
    }

    /** What a list is narrowed to; what is empty does not narrow. */
    public record Filter(
            Optional<AreaCode> area,
            Set<State> states,
            Optional<String> category,
            Optional<String> handler,
            Optional<Mine> mine,
            Optional<Boolean> overdue) {}

    /**
     * Counts.
     *
     * @param states of the caller's areas; for who oversees none, of their own
     * @param overdue of the same areas, or of their own
     * @param mine those waiting for the caller's own handling
     */
    public record Counts(Map<State, Long> states, long overdue, long mine) {}
}
