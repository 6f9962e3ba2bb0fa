package org.ezhili.matters.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ezhili.matters.internal.domain.Outcome.Done;
import org.ezhili.matters.internal.domain.Outcome.Refused;
import org.ezhili.platform.AreaCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the transition table against the same life written down a second time, every state × action × part. */
class TransitionsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    /** Whoever decides: community, street, district. A dot: not possible. */
    private static final String LIFE = """
            action    part      reported  accepted  rejected dispatched in-hand   handled  verified closed cancelled
            accept    deciding  accepted  .         .        .          .         .        .        .      .
            reject    deciding  rejected  .         .        .          .         .        .        .      .
            dispatch  deciding  .         dispatched .       .          .         .        .        .      .
            transfer  deciding  .         .         .        dispatched dispatched .       .        .      .
            transfer  handler   .         .         .        accepted   accepted  .        .        .      .
            take      handler   .         .         .        in-hand    .         .        .        .      .
            hand-in   handler   .         .         .        .          handled   .        .        .      .
            rework    deciding  .         .         .        .          .         in-hand  in-hand  .      .
            verify    deciding  .         .         .        .          .         verified .        .      .
            close     deciding  .         .         .        .          .         .        closed   .      .
            escalate  worker    accepted  accepted  .        .          .         .        .        .      .
            escalate  community accepted  accepted  .        accepted   accepted  .        .        .      .
            escalate  street    accepted  accepted  .        accepted   accepted  .        .        .      .
            escalate  handler   .         .         .        accepted   accepted  .        .        .      .
            cancel    reporter  cancelled cancelled .        .          .         .        .        .      .
            cancel    deciding  cancelled cancelled .        cancelled  cancelled .        .        .      .
            """;

    private static Map<List<Object>, State> life() {
        Map<List<Object>, State> life = new HashMap<>();
        for (String line : LIFE.lines().skip(1).toList()) {
            String[] cells = line.strip().split(" +");
            Set<Part> parts =
                    cells[1].equals("deciding") ? Part.DECIDING : Set.of(Part.valueOf(cells[1].toUpperCase()));
            for (State state : State.values()) {
                String to = cells[2 + state.ordinal()];
                if (!to.equals(".")) {
                    parts.forEach(part -> life.put(
                            List.of(Action.ofWord(cells[0]).orElseThrow(), part, state),
                            State.ofWord(to).orElseThrow()));
                }
            }
        }
        return life;
    }

    @TestFactory
    List<DynamicTest> every_state_action_and_part() {
        Map<List<Object>, State> life = life();
        List<DynamicTest> tests = new ArrayList<>();
        for (State state : State.values()) {
            for (Action action : Action.values()) {
                for (Part part : Part.values()) {
                    Optional<State> to = Optional.ofNullable(life.get(List.of(action, part, state)));
                    tests.add(DynamicTest.dynamicTest(
                            state.word() + " × " + action.word() + " × " + part, () -> check(state, action, part, to)));
                }
            }
        }
        return tests;
    }

    private static void check(State state, Action action, Part part, Optional<State> to) {
        Matter matter = matter(state, Tier.GRID, false);
        Standing standing = new Standing(Set.of(part));
        boolean handsOn = action == Action.DISPATCH || (action == Action.TRANSFER && part != Part.HANDLER);
        Outcome outcome = Life.act(matter, move(action, handsOn ? "another" : null, "why"), standing);
        assertThat(Life.open(matter, standing).containsKey(action)).isEqualTo(to.isPresent());
        if (to.isEmpty()) {
            assertThat(outcome).isInstanceOf(Refused.class);
            return;
        }
        Done done = (Done) outcome;
        assertThat(done.matter().state()).isEqualTo(to.get());
        assertThat(done.matter().version()).isEqualTo(matter.version() + 1);
        assertThat(done.step().from()).contains(state);
        assertThat(done.step().to()).isEqualTo(to.get());
        assertThat(done.step().seq()).isEqualTo(done.matter().version());
        assertThat(done.matter().dueAt()).isEqualTo(matter.dueAt());
        assertThat(done.matter().handler().isPresent())
                .isEqualTo(to.get() != State.ACCEPTED
                        && (handsOn || matter.handler().isPresent()));
    }

    @Test
    void what_must_be_given_is_missed_by_name() {
        for (Rule rule : Transitions.table()) {
            State state = rule.from().iterator().next();
            Part part = rule.by().iterator().next();
            Matter matter = matter(state, Tier.GRID, false);
            Outcome bare = Life.act(matter, move(rule.action(), null, null), new Standing(Set.of(part)));
            if (rule.needs().isEmpty()) {
                assertThat(bare).isInstanceOf(Done.class);
            } else {
                assertThat(((Refused) bare).reason())
                        .isEqualTo(
                                rule.needs().contains(Need.HANDLER) ? Refusal.HANDLER_MISSING : Refusal.REASON_MISSING);
            }
        }
    }

    @Test
    void a_handler_is_named_only_where_the_matter_is_given_to_one() {
        for (Rule rule : Transitions.table()) {
            Matter matter = matter(rule.from().iterator().next(), Tier.GRID, false);
            Outcome outcome = Life.act(
                    matter,
                    move(rule.action(), "another", "why"),
                    new Standing(Set.of(rule.by().iterator().next())));
            assertThat(outcome).isInstanceOf(rule.needs().contains(Need.HANDLER) ? Done.class : Refused.class);
        }
    }

    @Test
    void nobody_verifies_or_returns_their_own_handling() {
        Standing both = new Standing(Set.of(Part.HANDLER, Part.COMMUNITY));
        Matter handled = matter(State.HANDLED, Tier.GRID, false);
        assertThat(refusal(handled, Action.VERIFY, both)).isEqualTo(Refusal.OWN_HANDLING);
        assertThat(refusal(handled, Action.REWORK, both)).isEqualTo(Refusal.OWN_HANDLING);
        assertThat(Life.open(handled, both)).doesNotContainKeys(Action.VERIFY, Action.REWORK);
        assertThat(Life.act(matter(State.VERIFIED, Tier.GRID, false), move(Action.CLOSE, null, null), both))
                .isInstanceOf(Done.class);
    }

    @Test
    void who_got_a_matter_back_finishes_it_and_does_not_push_it_on() {
        Matter returned = matter(State.IN_HAND, Tier.GRID, true);
        Standing handler = new Standing(Set.of(Part.HANDLER));
        Standing both = new Standing(Set.of(Part.HANDLER, Part.COMMUNITY));
        assertThat(refusal(returned, Action.TRANSFER, handler)).isEqualTo(Refusal.RETURNED_TO_THEM);
        assertThat(refusal(returned, Action.ESCALATE, handler)).isEqualTo(Refusal.RETURNED_TO_THEM);
        assertThat(refusal(returned, Action.TRANSFER, both)).isEqualTo(Refusal.RETURNED_TO_THEM);
        assertThat(Life.open(returned, handler)).containsOnlyKeys(Action.HAND_IN);
        assertThat(Life.act(returned, move(Action.TRANSFER, "another", "why"), new Standing(Set.of(Part.COMMUNITY))))
                .isInstanceOf(Done.class);
    }

    @Test
    void rework_marks_the_matter_as_returned_until_it_goes_on() {
        Matter handled = matter(State.HANDLED, Tier.GRID, false);
        Matter back = done(handled, move(Action.REWORK, null, "still dirty"), Part.STREET);
        assertThat(back.returned()).isTrue();
        assertThat(back.handler()).isEqualTo(handled.handler());
        assertThat(done(back, move(Action.HAND_IN, null, null), Part.HANDLER).returned())
                .isFalse();
        assertThat(done(back, move(Action.TRANSFER, "another", "why"), Part.STREET)
                        .returned())
                .isFalse();
    }

    @Test
    void escalating_leads_above_who_escalates_and_ends_at_the_district() {
        Matter grid = matter(State.ACCEPTED, Tier.GRID, false);
        Move up = move(Action.ESCALATE, null, "not in our power");
        assertThat(done(grid, up, Part.WORKER).tier()).isEqualTo(Tier.COMMUNITY);
        assertThat(done(grid, up, Part.COMMUNITY).tier()).isEqualTo(Tier.STREET);
        assertThat(done(grid, up, Part.STREET).tier()).isEqualTo(Tier.DISTRICT);
        Matter inHand = matter(State.IN_HAND, Tier.STREET, false);
        assertThat(done(inHand, up, Part.HANDLER).tier()).isEqualTo(Tier.DISTRICT);
        assertThat(done(inHand, up, Part.HANDLER).handler()).isEmpty();
        assertThat(refusal(
                        matter(State.IN_HAND, Tier.DISTRICT, false),
                        Action.ESCALATE,
                        new Standing(Set.of(Part.HANDLER))))
                .isEqualTo(Refusal.NO_TIER_ABOVE);
        assertThat(refusal(grid, Action.ESCALATE, new Standing(Set.of(Part.DISTRICT))))
                .isEqualTo(Refusal.NOT_ALLOWED);
    }

    @Test
    void a_matter_is_not_transferred_to_who_has_it() {
        assertThat(((Refused) Life.act(
                                matter(State.IN_HAND, Tier.GRID, false),
                                move(Action.TRANSFER, "handler", "why"),
                                new Standing(Set.of(Part.COMMUNITY))))
                        .reason())
                .isEqualTo(Refusal.HANDLER_UNFIT);
    }

    @Test
    void a_refusal_tells_wrong_person_from_wrong_moment() {
        Matter closed = matter(State.CLOSED, Tier.GRID, false);
        assertThat(refusal(closed, Action.ACCEPT, new Standing(Set.of(Part.COMMUNITY))))
                .isEqualTo(Refusal.NOT_IN_THIS_STATE);
        assertThat(refusal(closed, Action.ACCEPT, new Standing(Set.of(Part.REPORTER))))
                .isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(closed, Action.ACCEPT, new Standing(Set.of()))).isEqualTo(Refusal.NOT_ALLOWED);
        assertThat(refusal(matter(State.IN_HAND, Tier.GRID, false), Action.CANCEL, new Standing(Set.of(Part.REPORTER))))
                .isEqualTo(Refusal.NOT_ALLOWED);
    }

    private static Matter done(Matter matter, Move move, Part part) {
        return ((Done) Life.act(matter, move, new Standing(Set.of(part)))).matter();
    }

    private static Refusal refusal(Matter matter, Action action, Standing standing) {
        return ((Refused) Life.act(matter, move(action, null, "why"), standing)).reason();
    }

    private static Move move(Action action, String handler, String reason) {
        return new Move(
                action,
                "actor",
                NOW,
                Optional.ofNullable(handler),
                Optional.ofNullable(reason),
                Optional.empty(),
                List.of());
    }

    private static Matter matter(State state, Tier tier, boolean returned) {
        boolean given = State.GIVEN.contains(state) && state != State.CANCELLED;
        return new Matter(
                1,
                "2026.1",
                "E0101",
                "x",
                AreaCode.of("340603002001001"),
                Optional.empty(),
                state,
                tier,
                "reporter",
                given ? Optional.of("handler") : Optional.empty(),
                returned,
                NOW,
                NOW,
                3,
                List.of());
    }
}
