package org.ezhili.platform.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.ezhili.platform.persistence.Once;

class WritesTest {

    private static final IdempotencyKey KEY = IdempotencyKey.of("notes.write", "worker.gongdian", "key-1", "content");

    @EachDatabase
    void a_committed_row_is_read_back_with_its_chinese_text_and_its_time(TestDatabase db) {
        Instant at = db.clock().instant();
        write(db.database(), 1, "路面破损,井盖缺失", at);

        NoteRow found = db.database().read(entities -> entities.find(NoteRow.class, 1L));

        assertThat(found.body).isEqualTo("路面破损,井盖缺失");
        assertThat(found.writtenAt).isEqualTo(at);
    }

    @EachDatabase
    void a_change_that_throws_leaves_nothing_behind(TestDatabase db) {
        assertThatThrownBy(() -> db.database().write(work -> {
                    work.entities()
                            .persist(new NoteRow(1, "half done", db.clock().instant()));
                    work.entities().flush();
                    throw ProblemException.of(422, "no");
                }))
                .isInstanceOf(ProblemException.class);

        assertThat(count(db.database())).isZero();
    }

    @EachDatabase
    void a_row_that_is_there_already_is_told_as_a_duplicate(TestDatabase db) {
        write(db.database(), 1, "first", db.clock().instant());

        assertThatThrownBy(() -> write(db.database(), 1, "second", db.clock().instant()))
                .isInstanceOf(DuplicateRowException.class);
    }

    @EachDatabase
    void of_two_changes_to_one_version_the_later_is_refused_as_stale(TestDatabase db) {
        write(db.database(), 1, "first", db.clock().instant());

        assertThatThrownBy(() -> db.database().write(work -> {
                    NoteRow mine = work.entities().find(NoteRow.class, 1L);
                    db.database().write(other -> other.entities().find(NoteRow.class, 1L).body = "theirs");
                    mine.body = "mine";
                    return mine;
                }))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("stale-version"));
    }

    @EachDatabase
    void the_same_key_has_one_effect_and_one_answer(TestDatabase db) {
        Once first = once(db, KEY, 1);
        Once again = once(db, KEY, 2);

        assertThat(first).isEqualTo(new Once.Done("1", false));
        assertThat(again).isEqualTo(new Once.Done("1", true));
        assertThat(count(db.database())).isEqualTo(1);
    }

    @EachDatabase
    void the_same_key_with_another_content_does_nothing(TestDatabase db) {
        once(db, KEY, 1);

        Once other = once(db, IdempotencyKey.of("notes.write", "worker.gongdian", "key-1", "other content"), 2);

        assertThat(other).isInstanceOf(Once.OtherContent.class);
        assertThat(count(db.database())).isEqualTo(1);
    }

    @EachDatabase
    void keys_of_different_callers_never_meet(TestDatabase db) {
        once(db, KEY, 1);

        Once other = once(db, IdempotencyKey.of("notes.write", "resident", "key-1", "content"), 2);

        assertThat(other).isEqualTo(new Once.Done("2", false));
    }

    @EachDatabase
    void eight_at_once_with_one_key_have_one_effect(TestDatabase db) throws Exception {
        AtomicInteger id = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<Once>> calls = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                calls.add(() -> once(db, KEY, id.incrementAndGet()));
            }
            List<String> answers = new ArrayList<>();
            for (Future<Once> call : threads.invokeAll(calls)) {
                answers.add(((Once.Done) call.get()).answer());
            }
            assertThat(answers).hasSize(8).containsOnly(answers.get(0));
        } finally {
            threads.shutdownNow();
        }
        assertThat(count(db.database())).isEqualTo(1);
    }

    private static Once once(TestDatabase db, IdempotencyKey key, long id) {
        return db.database().once(key, work -> {
            work.entities().persist(new NoteRow(id, "note", db.clock().instant()));
            return Long.toString(id);
        });
    }

    private static void write(Database database, long id, String body, Instant at) {
        database.write(work -> {
            work.entities().persist(new NoteRow(id, body, at));
            return id;
        });
    }

    private static long count(Database database) {
        return database.read(entities -> entities.createQuery("select count(n) from NoteRow n", Long.class)
                .getSingleResult());
    }
}
