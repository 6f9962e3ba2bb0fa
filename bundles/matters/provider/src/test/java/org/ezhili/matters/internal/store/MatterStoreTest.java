package org.ezhili.matters.internal.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ezhili.matters.internal.domain.Action;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.Outcome.Done;
import org.ezhili.matters.internal.domain.Part;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.matters.internal.domain.Step;
import org.ezhili.matters.internal.photo.Photo;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.persistence.Once;

class MatterStoreTest {

    @EachDatabase
    void a_matter_comes_back_as_it_was_kept(TestDatabase db) {
        MatterStore store = new MatterStore(db.database(), db.ids());
        Matter matter = Matters.reported(db, Matters.GRID);
        store.add(matter);
        assertThat(store.find(matter.id())).contains(matter);
        assertThat(store.history(matter.id())).containsExactly(Step.reported(matter));
        assertThat(store.find(matter.id() + 1)).isEmpty();
    }

    @EachDatabase
    void each_step_is_added_to_the_history_and_nothing_in_it_changes(TestDatabase db) {
        MatterStore store = new MatterStore(db.database(), db.ids());
        Matter matter = Matters.reported(db, Matters.GRID);
        store.add(matter);
        Done accepted = Matters.done(
                matter,
                Action.ACCEPT,
                "community",
                Part.COMMUNITY,
                null,
                db.clock().instant());
        assertThat(store.keep(Action.ACCEPT, accepted)).isTrue();
        Done dispatched = Matters.done(
                accepted.matter(),
                Action.DISPATCH,
                "community",
                Part.COMMUNITY,
                "worker",
                db.clock().instant());
        assertThat(store.keep(Action.DISPATCH, dispatched)).isTrue();
        assertThat(store.history(matter.id()))
                .containsExactly(Step.reported(matter), accepted.step(), dispatched.step());
        assertThat(store.find(matter.id())).contains(dispatched.matter());
        assertThat(store.wasGiven(matter.id(), "worker")).isTrue();
        assertThat(store.wasGiven(matter.id(), "community")).isFalse();
    }

    @EachDatabase
    void of_two_who_act_on_the_same_version_one_wins(TestDatabase db) throws Exception {
        MatterStore store = new MatterStore(db.database(), db.ids());
        for (int round = 0; round < 10; round++) {
            Matter matter = Matters.reported(db, Matters.GRID);
            store.add(matter);
            List<Boolean> kept = together(
                    8,
                    n -> store.keep(
                            Action.ACCEPT,
                            Matters.done(
                                    matter,
                                    Action.ACCEPT,
                                    "actor" + n,
                                    Part.COMMUNITY,
                                    null,
                                    db.clock().instant())));
            assertThat(kept).containsOnlyOnce(true);
            assertThat(store.history(matter.id())).hasSize(2);
            assertThat(store.find(matter.id()).orElseThrow().version()).isEqualTo(2);
        }
    }

    @EachDatabase
    void eight_who_report_under_one_key_make_one_matter(TestDatabase db) throws Exception {
        MatterStore store = new MatterStore(db.database(), db.ids());
        IdempotencyKey key = IdempotencyKey.of("matters.report", "resident", "key-1", "the same");
        Set<String> answers = ConcurrentHashMap.newKeySet();
        together(8, n -> answers.add(((Once.Done) store.addOnce(key, Matters.reported(db, Matters.GRID))).answer()));
        assertThat(answers).hasSize(1);
        assertThat(new Tallies(db.database(), db.ids()).count(List.of(AreaCode.of("340603"))))
                .isEqualTo(Map.of(State.REPORTED, 1L));
    }

    @EachDatabase
    void a_key_does_not_stand_for_another_content(TestDatabase db) {
        MatterStore store = new MatterStore(db.database(), db.ids());
        store.addOnce(IdempotencyKey.of("matters.report", "resident", "k", "one"), Matters.reported(db, Matters.GRID));
        assertThat(store.addOnce(
                        IdempotencyKey.of("matters.report", "resident", "k", "other"),
                        Matters.reported(db, Matters.GRID)))
                .isInstanceOf(Once.OtherContent.class);
        assertThat(store.addOnce(
                        IdempotencyKey.of("matters.report", "neighbour", "k", "other"),
                        Matters.reported(db, Matters.GRID)))
                .isInstanceOf(Once.Done.class);
    }

    @EachDatabase
    void a_photo_is_used_once_and_only_by_who_uploaded_it(TestDatabase db) {
        MatterStore store = new MatterStore(db.database(), db.ids());
        PhotoStore photos = new PhotoStore(db.database());
        photos.add(new Photo(7, "resident", db.clock().instant(), "image/jpeg", 4, 3, java.util.Optional.empty()));
        Matter stolen = Matters.reported(1, Matters.GRID, "thief", db.clock().instant(), List.of(7L));
        assertUnknownPhoto(() -> store.add(stolen));
        assertThat(store.find(1)).isEmpty();
        store.add(Matters.reported(2, Matters.GRID, "resident", db.clock().instant(), List.of(7L)));
        assertThat(photos.find(7).orElseThrow().matter()).contains(2L);
        assertUnknownPhoto(() -> store.add(
                Matters.reported(3, Matters.GRID, "resident", db.clock().instant(), List.of(7L))));
        assertUnknownPhoto(() -> store.add(
                Matters.reported(4, Matters.GRID, "resident", db.clock().instant(), List.of(8L))));
    }

    @EachDatabase
    void a_repeat_with_photos_gets_the_first_answer(TestDatabase db) {
        MatterStore store = new MatterStore(db.database(), db.ids());
        new PhotoStore(db.database())
                .add(new Photo(7, "resident", db.clock().instant(), "image/png", 4, 3, java.util.Optional.empty()));
        IdempotencyKey key = IdempotencyKey.of("matters.report", "resident", "k", "one");
        store.addOnce(
                key, Matters.reported(2, Matters.GRID, "resident", db.clock().instant(), List.of(7L)));
        Once again = store.addOnce(
                key, Matters.reported(3, Matters.GRID, "resident", db.clock().instant(), List.of(7L)));
        assertThat(again).isEqualTo(new Once.Done("2", true));
    }

    @EachDatabase
    void photos_that_nobody_used_can_no_longer_be_used_once_they_are_condemned(TestDatabase db) {
        PhotoStore photos = new PhotoStore(db.database());
        Photo old = new Photo(7, "resident", db.clock().instant(), "image/png", 4, 3, java.util.Optional.empty());
        photos.add(old);
        db.clock().forward(Duration.ofHours(25));
        photos.add(new Photo(8, "resident", db.clock().instant(), "image/png", 4, 3, java.util.Optional.empty()));
        photos.doom(db.clock().instant().minus(Duration.ofHours(24)));
        assertThat(photos.doomed()).containsExactly(old);
        MatterStore store = new MatterStore(db.database(), db.ids());
        assertUnknownPhoto(() -> store.add(
                Matters.reported(4, Matters.GRID, "resident", db.clock().instant(), List.of(7L))));
        photos.forget(old);
        assertThat(photos.doomed()).isEmpty();
        assertThat(photos.find(7)).isEmpty();
        assertThat(photos.find(8)).isPresent();
    }

    @EachDatabase
    void counts_are_the_same_before_and_after_they_are_folded(TestDatabase db) {
        MatterStore store = new MatterStore(db.database(), db.ids());
        Tallies tallies = new Tallies(db.database(), db.ids());
        for (int i = 0; i < 30; i++) {
            Matter matter = Matters.reported(db, i % 3 == 0 ? Matters.OTHER_GRID : Matters.GRID);
            store.add(matter);
            if (i % 2 == 0) {
                store.keep(
                        Action.ACCEPT,
                        Matters.done(
                                matter,
                                Action.ACCEPT,
                                "c",
                                Part.COMMUNITY,
                                null,
                                db.clock().instant()));
            }
        }
        Map<State, Long> all = Map.of(State.REPORTED, 15L, State.ACCEPTED, 15L);
        Map<State, Long> other = Map.of(State.REPORTED, 5L, State.ACCEPTED, 5L);
        for (int fold = 0; fold < 3; fold++) {
            assertThat(tallies.count(List.of(AreaCode.of("340603")))).isEqualTo(all);
            assertThat(tallies.count(List.of(AreaCode.of("340603003")))).isEqualTo(other);
            assertThat(tallies.count(List.of(AreaCode.of(Matters.OTHER_GRID + "001"))))
                    .isEqualTo(other);
            assertThat(tallies.count(List.of(AreaCode.of("340603004")))).isEmpty();
            tallies.fold();
        }
        long rows = db.database().read(em -> em.createQuery("select count(t) from TallyRow t", Long.class)
                .getSingleResult());
        assertThat(rows).isEqualTo(4);
    }

    @EachDatabase
    void counts_stay_right_when_two_nodes_fold_them_at_once(TestDatabase db) throws InterruptedException {
        Tallies tallies = new Tallies(db.database(), db.ids());
        int all = 4_000;
        db.database().write(work -> {
            for (int i = 0; i < all; i++) {
                work.entities().persist(TallyRow.of(db.ids().next(), Matters.GRID, "reported", 1));
            }
            return all;
        });
        CyclicBarrier together = new CyclicBarrier(2);
        Runnable node = () -> {
            try {
                together.await();
                tallies.fold();
            } catch (ProblemException gaveUp) {
                assertThat(gaveUp.problem().status()).isEqualTo(503);
            } catch (InterruptedException | BrokenBarrierException never) {
                throw new IllegalStateException(never);
            }
        };
        Thread one = new Thread(node);
        Thread other = new Thread(node);
        one.start();
        other.start();
        one.join();
        other.join();
        assertThat(tallies.count(List.of(AreaCode.of(Matters.GRID)))).isEqualTo(Map.of(State.REPORTED, (long) all));
    }

    private static void assertUnknownPhoto(Runnable write) {
        assertThatThrownBy(write::run).isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(
                        refused.problem().code())
                .isEqualTo("unknown-photo"));
    }

    private interface Numbered<T> {
        T run(int n) throws Exception;
    }

    private static <T> List<T> together(int threads, Numbered<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> tasks = new ArrayList<>();
            for (int n = 0; n < threads; n++) {
                int number = n;
                tasks.add(() -> work.run(number));
            }
            List<T> answers = new ArrayList<>();
            for (Future<T> done : pool.invokeAll(tasks)) {
                answers.add(done.get());
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
