package org.ezhili.points.internal.store.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.Notice;
import org.ezhili.points.internal.domain.notices.NoticeKind;

class InboxTest {

    private static final AreaCode EAST = AreaCode.of("340603002");
    private static final AreaCode DISTRICT = AreaCode.of("340603");

    private final Set<AreaCode> off = new HashSet<>();

    private Inbox inbox(TestDatabase db) {
        return new Inbox(db.database(), () -> off, db.ids(), db.clock());
    }

    private static void tell(TestDatabase db, Inbox inbox, String owner, AreaCode area, String title) {
        db.database().write(work -> {
            inbox.tell(work, owner, News.of(NoticeKind.MOVED_UP, area, 1, title));
            return title;
        });
    }

    @EachDatabase
    void notices_come_latest_first_page_by_page(TestDatabase db) {
        Inbox inbox = inbox(db);
        for (int n = 0; n < 5; n++) {
            tell(db, inbox, "lin", EAST, "n" + n);
        }
        tell(db, inbox, "wang", EAST, "theirs");
        Page<Notice> first = inbox.of("lin", PageRequest.first(3));
        Page<Notice> second = inbox.of("lin", new PageRequest(3, first.next()));
        assertThat(first.items()).extracting(notice -> notice.news().title()).containsExactly("n4", "n3", "n2");
        assertThat(second.items()).extracting(notice -> notice.news().title()).containsExactly("n1", "n0");
        assertThat(second.next()).isEmpty();
    }

    @EachDatabase
    void one_is_read_by_its_owner_alone_and_again_changes_nothing(TestDatabase db) {
        Inbox inbox = inbox(db);
        tell(db, inbox, "lin", EAST, "one");
        tell(db, inbox, "lin", EAST, "two");
        long id = inbox.of("lin", PageRequest.first(1)).items().get(0).id();
        assertThat(inbox.read("wang", id)).isFalse();
        assertThat(inbox.unread("lin")).isEqualTo(2);
        assertThat(inbox.read("lin", id)).isTrue();
        assertThat(inbox.read("lin", id)).isTrue();
        assertThat(inbox.read("lin", 1)).isFalse();
        assertThat(inbox.unread("lin")).isEqualTo(1);
        assertThat(inbox.unread("wang")).isZero();
    }

    @EachDatabase
    void what_comes_while_somebody_reads_stays_unread(TestDatabase db) {
        Inbox inbox = inbox(db);
        tell(db, inbox, "lin", EAST, "seen");
        long seen = inbox.of("lin", PageRequest.first(1)).items().get(0).id();
        tell(db, inbox, "lin", EAST, "came later");
        tell(db, inbox, "wang", EAST, "theirs");
        inbox.readUpTo("lin", seen);
        inbox.readUpTo("lin", seen);
        assertThat(inbox.unread("lin")).isEqualTo(1);
        assertThat(inbox.unread("wang")).isEqualTo(1);
    }

    @EachDatabase
    void where_points_are_off_nobody_is_told_and_what_was_told_is_not_seen(TestDatabase db) {
        Inbox inbox = inbox(db);
        tell(db, inbox, "lin", EAST, "before");
        off.add(EAST);
        tell(db, inbox, "lin", EAST, "meanwhile");
        tell(db, inbox, "lin", DISTRICT, "of the whole district");
        assertThat(inbox.of("lin", PageRequest.first(9)).items())
                .extracting(notice -> notice.news().title())
                .containsExactly("of the whole district");
        assertThat(inbox.unread("lin")).isEqualTo(1);
        off.clear();
        assertThat(inbox.of("lin", PageRequest.first(9)).items())
                .extracting(notice -> notice.news().title())
                .containsExactly("of the whole district", "before");
    }

    @EachDatabase
    void a_community_tells_for_its_street_and_nobody_is_nobody(TestDatabase db) {
        Inbox inbox = inbox(db);
        tell(db, inbox, "lin", AreaCode.of("340603002001"), "x");
        tell(db, inbox, "", EAST, "nobody");
        assertThat(inbox.of("lin", PageRequest.first(9)).items())
                .extracting(notice -> notice.news().area())
                .containsExactly(EAST);
        assertThat(inbox.unread("")).isZero();
    }

    @EachDatabase
    void what_is_rolled_back_was_never_told(TestDatabase db) {
        Inbox inbox = inbox(db);
        try {
            db.database().write(work -> {
                inbox.tell(work, "lin", News.of(NoticeKind.MOVED_UP, EAST, 1, "x"));
                throw new IllegalArgumentException("the seat was not given after all");
            });
        } catch (IllegalArgumentException expected) {
            assertThat(expected).hasMessageContaining("seat");
        }
        assertThat(inbox.unread("lin")).isZero();
    }

    @EachDatabase
    void what_a_later_version_has_told_is_kept_for_it_and_not_shown(TestDatabase db) {
        Inbox inbox = inbox(db);
        tell(db, inbox, "lin", EAST, "known");
        tell(db, inbox, "lin", EAST, "of a later version");
        db.database().write(work -> work.entities()
                .createNativeQuery("UPDATE points.notice SET kind = 'moon-reached' WHERE title = 'of a later version'")
                .executeUpdate());
        assertThat(inbox.of("lin", PageRequest.first(9)).items())
                .extracting(notice -> notice.news().title())
                .containsExactly("known");
        assertThat(inbox.unread("lin")).isEqualTo(1);
    }

    @EachDatabase
    void notices_are_forgotten_after_half_a_year_and_not_before(TestDatabase db) {
        Inbox inbox = inbox(db);
        tell(db, inbox, "lin", EAST, "old");
        db.clock().forward(Inbox.KEPT);
        tell(db, inbox, "lin", EAST, "new");
        inbox.forget();
        assertThat(inbox.unread("lin")).isEqualTo(2);
        db.clock().forward(Duration.ofSeconds(1));
        inbox.forget();
        assertThat(inbox.of("lin", PageRequest.first(9)).items())
                .extracting(notice -> notice.news().title())
                .containsExactly("new");
    }
}
