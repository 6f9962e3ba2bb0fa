package org.ezhili.matters.internal.past;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ezhili.matters.PastMatter;
import org.ezhili.matters.PastStep;
import org.ezhili.matters.internal.domain.Action;
import org.ezhili.matters.internal.domain.Life;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.Move;
import org.ezhili.matters.internal.domain.Outcome;
import org.ezhili.matters.internal.domain.Part;
import org.ezhili.matters.internal.domain.Spot;
import org.ezhili.matters.internal.domain.Standing;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.matters.internal.domain.Step;
import org.ezhili.matters.internal.domain.Tier;
import org.ezhili.matters.internal.domain.limits.Catalogue;
import org.ezhili.matters.internal.domain.limits.Limit;
import org.ezhili.matters.internal.domain.limits.WorkingTime;

/** Lives past matters again, by today's table, to see whether their histories can have happened. */
public final class PastLife {

    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_REASON = 500;
    private static final int LONGEST_REFERENCE = 80;

    private final Catalogue catalogue;
    private final WorkingTime time;

    public PastLife(Catalogue catalogue, WorkingTime time) {
        this.catalogue = catalogue;
        this.time = time;
    }

    /** A matter as its history left it, and that history. */
    public record Lived(String reference, Matter matter, List<Step> steps, Set<String> handlers) {}

    /**
     * Replays one history.
     *
     * @throws IllegalArgumentException naming the reference and what could not have happened
     */
    public Lived live(PastMatter past, long id) {
        Matter matter = reported(past, id);
        List<Step> steps = new ArrayList<>(List.of(Step.reported(matter)));
        Set<String> handlers = new LinkedHashSet<>();
        Instant last = matter.reportedAt();
        for (PastStep step : past.steps()) {
            String where = past.reference() + ", step " + (steps.size() + 1) + " " + step.action();
            must(!step.at().truncatedTo(ChronoUnit.MILLIS).isBefore(last), where + ": before the step before it");
            last = step.at().truncatedTo(ChronoUnit.MILLIS);
            Outcome.Done done = replay(matter, step, last, where);
            matter = done.matter();
            steps.add(done.step());
            matter.handler().ifPresent(handlers::add);
        }
        return new Lived(past.reference(), matter, steps, handlers);
    }

    private Matter reported(PastMatter past, long id) {
        String where = past.reference();
        must(!where.isBlank() && where.length() <= LONGEST_REFERENCE, where + ": not a reference");
        Optional<Limit> limit = catalogue.limitOf(past.category());
        must(limit.isPresent(), where + ": no such category: " + past.category());
        must(
                !past.description().isBlank() && past.description().length() <= LONGEST_TEXT,
                where + ": no description, or one of more than " + LONGEST_TEXT + " characters");
        Instant at = past.reportedAt().truncatedTo(ChronoUnit.MILLIS);
        return new Matter(
                id,
                catalogue.version(),
                past.category(),
                past.description(),
                past.area(),
                past.point().map(point -> new Spot(point.lon(), point.lat())),
                State.REPORTED,
                Tier.of(past.area()),
                past.reporter(),
                Optional.empty(),
                false,
                at,
                time.due(at, limit.orElseThrow()),
                1,
                List.of());
    }

    private static Outcome.Done replay(Matter matter, PastStep step, Instant at, String where) {
        Optional<Action> action = Action.ofWord(step.action());
        must(action.isPresent(), where + ": no such action");
        must(step.reason().orElse("").length() <= LONGEST_REASON, where + ": reason too long");
        must(step.note().orElse("").length() <= LONGEST_TEXT, where + ": note too long");
        Move move =
                new Move(action.orElseThrow(), step.actor(), at, step.handler(), step.reason(), step.note(), List.of());
        Outcome outcome = Life.act(matter, move, standing(matter, move));
        if (outcome instanceof Outcome.Refused refused) {
            throw new IllegalArgumentException(
                    where + ": " + refused.reason() + " when " + matter.state().word());
        }
        return (Outcome.Done) outcome;
    }

    /** Who might do what is not asked of the past; the parts of reporter and handler are known, others are taken on trust. */
    private static Standing standing(Matter matter, Move move) {
        boolean handler = matter.isHandledBy(move.actor());
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (matter.reporter().equals(move.actor())) {
            parts.add(Part.REPORTER);
        }
        if (handler) {
            parts.add(Part.HANDLER);
        }
        boolean pushesOn = move.action() == Action.ESCALATE
                || (move.action() == Action.TRANSFER && move.handler().isEmpty());
        if (!handler || !pushesOn) {
            Part decides =
                    switch (matter.tier()) {
                        case GRID -> move.action() == Action.ESCALATE ? Part.WORKER : Part.COMMUNITY;
                        case COMMUNITY -> Part.COMMUNITY;
                        case STREET -> Part.STREET;
                        case DISTRICT -> Part.DISTRICT;
                    };
            parts.add(decides);
        }
        return new Standing(parts);
    }

    private static void must(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
