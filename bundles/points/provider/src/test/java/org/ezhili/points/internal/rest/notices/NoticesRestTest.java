package org.ezhili.points.internal.rest.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.internal.District;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.store.notices.Inbox;

class NoticesRestTest {

    private static final AreaCode EAST = AreaCode.of("340603002");

    private static District told(TestDatabase db, String owner, int times) {
        Inbox inbox = new Inbox(db.database(), java.util.Set::of, db.ids(), db.clock());
        for (int n = 0; n < times; n++) {
            db.database().write(work -> {
                inbox.tell(
                        work,
                        owner,
                        new News(
                                NoticeKind.REWARD_SERVED,
                                EAST,
                                7,
                                "rice",
                                30,
                                Optional.of(db.clock().instant())));
                return times;
            });
        }
        return new District(db);
    }

    private static String refusal(Runnable call) {
        List<String> codes = new java.util.ArrayList<>();
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> codes.add(refused.problem().code()));
        return codes.get(0);
    }

    @EachDatabase
    void somebody_reads_what_they_are_told_and_counts_what_is_left(TestDatabase db) {
        District district = told(db, "resident", 3);
        NoticesResource notices = district.resource(NoticesResource.class);
        var own = district.caller("resident");
        var page = notices.list(own, 2, null);
        assertThat(page.items()).hasSize(2).allSatisfy(notice -> {
            assertThat(notice.kind()).isEqualTo("reward-served");
            assertThat(notice.areaName()).isEqualTo("area 340603002");
            assertThat(notice.subject()).isEqualTo("7");
            assertThat(notice.points()).isEqualTo(30);
            assertThat(notice.read()).isFalse();
        });
        assertThat(notices.list(own, 2, page.next()).items()).hasSize(1);
        notices.read(own, page.items().get(0).id());
        assertThat(notices.unread(own).unread()).isEqualTo(2);
        notices.readAll(own, new UpToJson(page.items().get(0).id()));
        assertThat(notices.unread(own).unread()).isZero();
        assertThat(notices.list(own, null, null).items()).allMatch(NoticeJson::read);
    }

    @EachDatabase
    void what_another_is_told_is_not_there_for_me(TestDatabase db) {
        District district = told(db, "resident", 1);
        NoticesResource notices = district.resource(NoticesResource.class);
        String id = notices.list(district.caller("resident"), null, null)
                .items()
                .get(0)
                .id();
        var other = district.caller("neighbour");
        assertThat(notices.list(other, null, null).items()).isEmpty();
        assertThat(refusal(() -> notices.read(other, id))).isEqualTo("not-found");
        assertThat(refusal(() -> notices.read(other, "x"))).isEqualTo("not-found");
        notices.readAll(other, new UpToJson(id));
        assertThat(notices.unread(district.caller("resident")).unread()).isEqualTo(1);
    }

    @EachDatabase
    void a_cursor_that_is_none_is_refused_and_where_points_are_off_there_are_no_notices(TestDatabase db) {
        District district = told(db, "resident", 1);
        NoticesResource notices = district.resource(NoticesResource.class);
        assertThat(refusal(() -> notices.list(district.caller("resident"), null, "x")))
                .isEqualTo("bad-request");
        district.offStreets.add("340603002");
        assertThat(notices.list(district.caller("resident"), null, null).items())
                .isEmpty();
        assertThat(refusal(() -> notices.list(district.caller("street.east"), null, null)))
                .isEqualTo("module-off");
        assertThat(refusal(() -> notices.unread(district.caller("street.east"))))
                .isEqualTo("module-off");
    }
}
