package org.ezhili.matters.internal.past;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ezhili.matters.PastMatter;
import org.ezhili.matters.PastStep;
import org.ezhili.matters.internal.Resources;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.matters.internal.domain.Step;
import org.ezhili.matters.internal.store.MatterLists;
import org.ezhili.matters.internal.store.MatterQuery;
import org.ezhili.matters.internal.store.MatterStore;
import org.ezhili.matters.internal.store.PastStore;
import org.ezhili.matters.internal.store.Tallies;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;

class PastLoadTest {

    private static final AreaCode GRID = AreaCode.of("340603002001001");
    private static final Instant START = Instant.parse("2026-01-05T01:00:00Z");

    private static PastLoad load(TestDatabase db) {
        PastLife life = new PastLife(
                Resources.catalogues().current(),
                Resources.workingTime("Asia/Shanghai", new String[] {"08:30-12:00", "14:30-18:00"}, new String[0]));
        return new PastLoad(life, new PastStore(db.database(), db.ids()));
    }

    private static Instant at(int minutes) {
        return START.plusSeconds(60L * minutes);
    }

    private static List<PastStep> closed() {
        return List.of(
                PastStep.of("accept", at(1), "community"),
                PastStep.of("dispatch", at(2), "community").to("worker"),
                PastStep.of("take", at(3), "worker"),
                PastStep.of("hand-in", at(4), "worker").noting("swept"),
                PastStep.of("rework", at(5), "community").because("not swept behind the bins"),
                PastStep.of("hand-in", at(6), "worker"),
                PastStep.of("verify", at(7), "community"),
                PastStep.of("close", at(8), "community"));
    }

    private static PastMatter past(String reference, Instant at, List<PastStep> steps) {
        return new PastMatter(
                reference,
                "E0101",
                "门口垃圾",
                GRID,
                Optional.of(new PastMatter.Point(116.8, 33.9)),
                "resident",
                at,
                steps);
    }

    private static List<Matter> all(TestDatabase db) {
        MatterQuery query = new MatterQuery(
                List.of(AreaCode.of("340603")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new MatterLists(db.database())
                .page(query, db.clock().instant(), PageRequest.first(200))
                .items();
    }

    @EachDatabase
    void a_past_matter_stands_where_its_history_left_it(TestDatabase db) {
        assertThat(load(db).load(List.of(past("old-1", START, closed())))).isEqualTo(1);
        Matter matter = all(db).get(0);
        assertThat(matter.state()).isEqualTo(State.CLOSED);
        assertThat(matter.version()).isEqualTo(9);
        assertThat(matter.handler()).contains("worker");
        assertThat(matter.dueAt()).isEqualTo(Instant.parse("2026-01-05T07:30:00Z"));
        MatterStore store = new MatterStore(db.database(), db.ids());
        assertThat(store.history(matter.id()))
                .extracting(Step::action)
                .containsExactly(
                        "report", "accept", "dispatch", "take", "hand-in", "rework", "hand-in", "verify", "close");
        assertThat(store.wasGiven(matter.id(), "worker")).isTrue();
        assertThat(new Tallies(db.database(), db.ids()).count(List.of(GRID))).isEqualTo(Map.of(State.CLOSED, 1L));
    }

    @EachDatabase
    void a_second_load_changes_nothing_and_adds_what_is_new(TestDatabase db) {
        List<PastMatter> first = new ArrayList<>();
        for (int i = 0; i < 450; i++) {
            first.add(past("old-" + i, at(i % 7), i % 2 == 0 ? List.of() : closed(i)));
        }
        assertThat(load(db).load(first)).isEqualTo(450);
        assertThat(load(db).load(first)).isZero();
        List<PastMatter> more = new ArrayList<>(first.subList(440, 450));
        more.add(past("new", at(9), List.of()));
        more.add(past("new", at(9), List.of()));
        assertThat(load(db).load(more)).isEqualTo(1);
        assertThat(new Tallies(db.database(), db.ids()).count(List.of(GRID)))
                .isEqualTo(Map.of(State.REPORTED, 226L, State.CLOSED, 225L));
    }

    private static List<PastStep> closed(int minutes) {
        return closed().stream()
                .map(step -> new PastStep(
                        step.action(),
                        step.at().plusSeconds(60L * minutes),
                        step.actor(),
                        step.handler(),
                        step.reason(),
                        step.note()))
                .toList();
    }

    @EachDatabase
    void lists_show_past_matters_by_the_time_they_were_reported(TestDatabase db) {
        load(db).load(List.of(past("b", at(20), List.of()), past("c", at(30), List.of())));
        load(db).load(List.of(past("a", at(10), List.of()), past("d", at(40), List.of())));
        assertThat(all(db)).extracting(Matter::reportedAt).containsExactly(at(40), at(30), at(20), at(10));
    }

    @EachDatabase
    void a_history_that_cannot_have_happened_is_refused_by_name_and_nothing_is_loaded(TestDatabase db) {
        PastStep accept = PastStep.of("accept", at(1), "community");
        PastStep dispatch = PastStep.of("dispatch", at(2), "community").to("worker");
        Map<String, List<PastStep>> impossible = Map.ofEntries(
                Map.entry("not-yet-accepted", List.of(dispatch)),
                Map.entry("no-handler", List.of(accept, PastStep.of("dispatch", at(2), "community"))),
                Map.entry("no-reason", List.of(PastStep.of("reject", at(1), "community"))),
                Map.entry("not-the-handler", List.of(accept, dispatch, PastStep.of("take", at(3), "another"))),
                Map.entry(
                        "backwards",
                        List.of(accept, PastStep.of("dispatch", at(0), "c").to("worker"))),
                Map.entry("before-the-report", List.of(PastStep.of("accept", at(-1), "community"))),
                Map.entry("no-such-action", List.of(PastStep.of("wish", at(1), "community"))),
                Map.entry(
                        "own-handling",
                        List.of(
                                accept,
                                dispatch,
                                PastStep.of("take", at(3), "worker"),
                                PastStep.of("hand-in", at(4), "worker"),
                                PastStep.of("verify", at(5), "worker"))),
                Map.entry(
                        "after-the-end",
                        List.of(
                                PastStep.of("reject", at(1), "community").because("twice"),
                                PastStep.of("accept", at(2), "community"))),
                Map.entry(
                        "pushed-on",
                        List.of(
                                accept,
                                dispatch,
                                PastStep.of("take", at(3), "worker"),
                                PastStep.of("hand-in", at(4), "worker"),
                                PastStep.of("rework", at(5), "community").because("no"),
                                PastStep.of("transfer", at(6), "worker").because("no time"))));
        impossible.forEach((reference, steps) -> assertThatThrownBy(
                        () -> load(db).load(List.of(past("fine", START, List.of()), past(reference, START, steps))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reference));
        assertThat(all(db)).isEmpty();
    }

    @EachDatabase
    void a_matter_of_no_category_or_without_words_is_refused(TestDatabase db) {
        for (String category : List.of("E01", "X", "")) {
            PastMatter wrong =
                    new PastMatter("ref", category, "x", GRID, Optional.empty(), "resident", START, List.of());
            assertThatThrownBy(() -> load(db).load(List.of(wrong))).hasMessageContaining("ref");
        }
        for (String description : List.of("", " ", "x".repeat(2001))) {
            PastMatter wrong =
                    new PastMatter("ref", "E0101", description, GRID, Optional.empty(), "resident", START, List.of());
            assertThatThrownBy(() -> load(db).load(List.of(wrong))).hasMessageContaining("ref");
        }
    }
}
