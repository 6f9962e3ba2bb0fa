package org.ezhili.matters.internal.domain;

import static org.ezhili.matters.internal.domain.Action.*;
import static org.ezhili.matters.internal.domain.Guard.NOT_OWN_HANDLING;
import static org.ezhili.matters.internal.domain.Guard.NOT_WHEN_RETURNED;
import static org.ezhili.matters.internal.domain.Guard.TIER_ABOVE;
import static org.ezhili.matters.internal.domain.Part.COMMUNITY;
import static org.ezhili.matters.internal.domain.Part.DECIDING;
import static org.ezhili.matters.internal.domain.Part.HANDLER;
import static org.ezhili.matters.internal.domain.Part.REPORTER;
import static org.ezhili.matters.internal.domain.Part.STREET;
import static org.ezhili.matters.internal.domain.Part.WORKER;
import static org.ezhili.matters.internal.domain.State.*;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The whole life of a matter as one table. For an action in a state the first line counts in which the actor has a part.
 * Where a line leads back to the same handler or up a tier, {@link Life} says how.
 */
public final class Transitions {

    private static final Set<Need> NOTHING = Set.of();
    private static final Set<Need> A_REASON = Set.of(Need.REASON);
    private static final Set<Need> A_HANDLER = Set.of(Need.HANDLER);
    private static final Set<Need> HANDLER_AND_REASON = Set.of(Need.HANDLER, Need.REASON);

    // spotless:off
    private static final List<Rule> TABLE = List.of(
        //   action    from                                             to          by                             to be given         unless
        rule(ACCEPT,   Set.of(REPORTED),                                ACCEPTED,   DECIDING,                      NOTHING),
        rule(REJECT,   Set.of(REPORTED),                                REJECTED,   DECIDING,                      A_REASON),
        rule(DISPATCH, Set.of(ACCEPTED),                                DISPATCHED, DECIDING,                      A_HANDLER),
        rule(TRANSFER, Set.of(DISPATCHED, IN_HAND),                     DISPATCHED, DECIDING,                      HANDLER_AND_REASON, NOT_WHEN_RETURNED),
        rule(TRANSFER, Set.of(DISPATCHED, IN_HAND),                     ACCEPTED,   Set.of(HANDLER),               A_REASON,           NOT_WHEN_RETURNED),
        rule(TAKE,     Set.of(DISPATCHED),                              IN_HAND,    Set.of(HANDLER),               NOTHING),
        rule(HAND_IN,  Set.of(IN_HAND),                                 HANDLED,    Set.of(HANDLER),               NOTHING),
        rule(REWORK,   Set.of(HANDLED, VERIFIED),                       IN_HAND,    DECIDING,                      A_REASON,           NOT_OWN_HANDLING),
        rule(VERIFY,   Set.of(HANDLED),                                 VERIFIED,   DECIDING,                      NOTHING,            NOT_OWN_HANDLING),
        rule(CLOSE,    Set.of(VERIFIED),                                CLOSED,     DECIDING,                      NOTHING),
        rule(ESCALATE, Set.of(REPORTED, ACCEPTED),                      ACCEPTED,   Set.of(WORKER, COMMUNITY, STREET), A_REASON,       TIER_ABOVE),
        rule(ESCALATE, Set.of(DISPATCHED, IN_HAND),                     ACCEPTED,   Set.of(COMMUNITY, STREET),     A_REASON,           TIER_ABOVE, NOT_WHEN_RETURNED),
        rule(ESCALATE, Set.of(DISPATCHED, IN_HAND),                     ACCEPTED,   Set.of(HANDLER),               A_REASON,           TIER_ABOVE, NOT_WHEN_RETURNED),
        rule(CANCEL,   Set.of(REPORTED, ACCEPTED),                      CANCELLED,  Set.of(REPORTER),              NOTHING),
        rule(CANCEL,   Set.of(REPORTED, ACCEPTED, DISPATCHED, IN_HAND), CANCELLED,  DECIDING,                      A_REASON));
    // spotless:on

    /** The same by action: what is open to somebody is asked for every matter of every list. */
    private static final Map<Action, List<Rule>> BY_ACTION = TABLE.stream()
            .collect(Collectors.groupingBy(Rule::action, () -> new EnumMap<>(Action.class), Collectors.toList()));

    private Transitions() {}

    public static List<Rule> table() {
        return TABLE;
    }

    static List<Rule> of(Action action) {
        return BY_ACTION.getOrDefault(action, List.of());
    }

    private static Rule rule(Action action, Set<State> from, State to, Set<Part> by, Set<Need> needs, Guard... guards) {
        return new Rule(action, from, to, by, needs, Set.of(guards));
    }
}
