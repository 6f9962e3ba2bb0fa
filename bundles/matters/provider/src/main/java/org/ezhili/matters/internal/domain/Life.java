package org.ezhili.matters.internal.domain;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ezhili.matters.internal.domain.Outcome.Done;
import org.ezhili.matters.internal.domain.Outcome.Refused;

/** Moves matters along the {@link Transitions}. */
public final class Life {

    private Life() {}

    /** The actions open to somebody of this standing, with what each needs. */
    public static Map<Action, Set<Need>> open(Matter matter, Standing standing) {
        Map<Action, Set<Need>> open = new EnumMap<>(Action.class);
        for (Action action : Action.values()) {
            line(action, matter, standing)
                    .filter(rule -> objection(rule, matter, standing).isEmpty())
                    .ifPresent(rule -> open.put(action, rule.needs()));
        }
        return open;
    }

    public static Outcome act(Matter matter, Move move, Standing standing) {
        Optional<Rule> line = line(move.action(), matter, standing);
        if (line.isEmpty()) {
            return new Refused(whyNot(move.action(), matter, standing));
        }
        Rule rule = line.get();
        return objection(rule, matter, standing)
                .or(() -> unfitting(rule, matter, move))
                .<Outcome>map(Refused::new)
                .orElseGet(() -> done(rule, matter, move, standing));
    }

    private static Optional<Rule> line(Action action, Matter matter, Standing standing) {
        for (Rule rule : Transitions.of(action)) {
            if (rule.from().contains(matter.state()) && standing.hasOneOf(rule.by())) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    private static Refusal whyNot(Action action, Matter matter, Standing standing) {
        List<Rule> lines = Transitions.of(action);
        boolean everTheirs = lines.stream().anyMatch(rule -> standing.hasOneOf(rule.by()));
        boolean inState = lines.stream().anyMatch(rule -> rule.from().contains(matter.state()));
        return everTheirs && !inState ? Refusal.NOT_IN_THIS_STATE : Refusal.NOT_ALLOWED;
    }

    private static Optional<Refusal> objection(Rule rule, Matter matter, Standing standing) {
        for (Guard guard : rule.guards()) {
            Optional<Refusal> objection =
                    switch (guard) {
                        case NOT_OWN_HANDLING -> when(standing.has(Part.HANDLER), Refusal.OWN_HANDLING);
                        case NOT_WHEN_RETURNED ->
                            when(matter.returned() && standing.has(Part.HANDLER), Refusal.RETURNED_TO_THEM);
                        case TIER_ABOVE -> when(raised(rule, matter, standing).isEmpty(), Refusal.NO_TIER_ABOVE);
                    };
            if (objection.isPresent()) {
                return objection;
            }
        }
        return Optional.empty();
    }

    private static Optional<Refusal> unfitting(Rule rule, Matter matter, Move move) {
        boolean wanted = rule.needs().contains(Need.HANDLER);
        return when(wanted && move.handler().isEmpty(), Refusal.HANDLER_MISSING)
                .or(() ->
                        when(rule.needs().contains(Need.REASON) && move.reason().isEmpty(), Refusal.REASON_MISSING))
                .or(() -> when(!wanted && move.handler().isPresent(), Refusal.HANDLER_NOT_WANTED))
                .or(() -> when(
                        wanted
                                && rule.action() == Action.TRANSFER
                                && move.handler().equals(matter.handler()),
                        Refusal.HANDLER_UNFIT));
    }

    private static Done done(Rule rule, Matter matter, Move move, Standing standing) {
        Optional<String> handler =
                switch (rule.to()) {
                    case ACCEPTED -> Optional.empty();
                    case DISPATCHED -> move.handler();
                    default -> matter.handler();
                };
        Tier tier = rule.guards().contains(Guard.TIER_ABOVE)
                ? raised(rule, matter, standing).orElseThrow()
                : matter.tier();
        Matter after = matter.moved(rule.to(), tier, handler, rule.action() == Action.REWORK);
        return new Done(
                matter,
                after,
                new Step(
                        matter.id(),
                        after.version(),
                        move.at(),
                        move.actor(),
                        move.action().word(),
                        Optional.of(matter.state()),
                        after.state(),
                        tier,
                        handler,
                        move.reason(),
                        move.note(),
                        move.photos()));
    }

    /** The tier above the matter's and above the one that its actor decides on: who raises a matter has no power over it. */
    private static Optional<Tier> raised(Rule rule, Matter matter, Standing standing) {
        Tier from = matter.tier();
        Optional<Tier> own = standing.tier().filter(tier -> rule.by().contains(Part.of(tier)));
        return own.filter(tier -> tier.compareTo(from) > 0).orElse(from).above();
    }

    private static Optional<Refusal> when(boolean condition, Refusal refusal) {
        return condition ? Optional.of(refusal) : Optional.empty();
    }
}
