package org.ezhili.matters.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ezhili.matters.internal.District;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.module.Job;

class MattersResourceTest {

    /** The resource with somebody before it. */
    private record Counter(District district) {

        MatterJson report(String who, NewMatterJson report, String key) {
            return (MatterJson) district.resource(MattersResource.class)
                    .report(district.caller(who), key, report)
                    .getEntity();
        }

        MatterJson report(String who, String area) {
            return report(who, new NewMatterJson("E0101", "rubbish", area, null, null, null), null);
        }

        MatterJson point(String area, Double lon, Double lat) {
            return report("resident", new NewMatterJson("E0101", "rubbish", area, lon, lat, null), null);
        }

        MatterJson act(String who, MatterJson matter, String action, String handler, String reason) {
            return district.resource(MattersResource.class)
                    .act(
                            district.caller(who),
                            matter.id(),
                            new ActionJson(action, matter.version(), handler, reason, null, null));
        }

        MatterJson one(String who, MatterJson matter) {
            return district.resource(MattersResource.class).one(district.caller(who), matter.id());
        }

        List<String> list(String who, String area, String handler, String mine) {
            return district
                    .resource(MattersResource.class)
                    .list(district.caller(who), area, null, null, handler, mine, null, null, null)
                    .items()
                    .stream()
                    .map(MatterJson::id)
                    .toList();
        }

        CountersJson counters(String who, String area) {
            return district.resource(CountersResource.class).counters(district.caller(who), area);
        }
    }

    private static Counter counter(TestDatabase db) {
        return new Counter(new District(db));
    }

    private static void refused(ThrowingCallable call, int status, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            Problem problem = refusal.problem();
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.status()).isEqualTo(status);
        });
    }

    @EachDatabase
    void a_matter_goes_from_report_to_close_and_each_sees_what_is_theirs_to_do(TestDatabase db) {
        Counter counter = counter(db);
        MatterJson matter = counter.report("resident", District.EAST);
        assertThat(matter.actions()).containsExactly("cancel");
        assertThat(counter.one("community", matter).actionNeeds())
                .isEqualTo(Map.of(
                        "reject", List.of("reason"), "escalate", List.of("reason"), "cancel", List.of("reason")));
        matter = counter.act("community", matter, "accept", null, null);
        matter = counter.act("community", matter, "dispatch", "worker", null);
        assertThat(counter.one("worker", matter).actions()).containsExactly("transfer", "take", "escalate");
        assertThat(counter.counters("worker", null).mine()).isEqualTo(1);
        matter = counter.act("worker", matter, "take", null, null);
        matter = counter.act("worker", matter, "hand-in", null, null);
        assertThat(counter.one("worker", matter).actions()).isEmpty();
        matter = counter.act("community", matter, "verify", null, null);
        matter = counter.act("community", matter, "close", null, null);
        assertThat(matter.state()).isEqualTo("closed");
        assertThat(matter.handlerName()).isEqualTo("name of worker");
        assertThat(counter.district()
                        .resource(MattersResource.class)
                        .history(counter.district().caller("resident"), matter.id())
                        .items())
                .extracting(StepJson::action)
                .containsExactly("report", "accept", "dispatch", "take", "hand-in", "verify", "close");
        assertThat(counter.counters("community", null).states()).isEqualTo(Map.of("closed", 1L));
        assertThat(counter.district().audited).isEmpty();
    }

    @EachDatabase
    void a_repeat_gets_the_answer_of_the_first_time_whatever_has_happened_since(TestDatabase db) {
        Counter counter = counter(db);
        NewMatterJson report = new NewMatterJson("E0101", "rubbish", District.EAST, null, null, null);
        MatterJson first = counter.report("resident", report, "key");
        counter.act("community", first, "accept", null, null);
        db.clock().forward(Duration.ofDays(3));
        assertThat(counter.report("resident", report, "key")).isEqualTo(first);
        refused(
                () -> counter.report(
                        "resident", new NewMatterJson("E0101", "other", District.EAST, null, null, null), "key"),
                422,
                "idempotency-key-reused");
        assertThat(counter.report("neighbour", report, "key").id()).isNotEqualTo(first.id());
    }

    @EachDatabase
    void a_place_is_an_area_or_a_point_or_both_when_they_agree(TestDatabase db) {
        Counter counter = counter(db);
        assertThat(counter.point(null, 116.9, 33.9).area()).isEqualTo(District.EAST);
        assertThat(counter.point("340603002", 116.9, 33.9).area()).isEqualTo(District.EAST);
        assertThat(counter.point(District.EAST + "001", 116.9, 33.9).area()).isEqualTo(District.EAST + "001");
        assertThat(counter.point("340603002001", null, null).tier()).isEqualTo("community");
        refused(() -> counter.point("340603003", 116.9, 33.9), 422, "place-mismatch");
        refused(() -> counter.point(null, 0.0, 0.0), 422, "outside-district");
        refused(() -> counter.point("340603999", null, null), 422, "unknown-area");
        refused(() -> counter.point("' or 1=1", null, null), 422, "unknown-area");
        refused(() -> counter.point(null, null, null), 400, "bad-request");
        refused(() -> counter.point(null, 116.9, null), 400, "bad-request");
        NewMatterJson wideBlank = new NewMatterJson("E0101", "\u3000", District.EAST, null, null, null);
        refused(() -> counter.report("resident", wideBlank, null), 400, "bad-request");
        counter.district().withoutGrid();
        refused(() -> counter.point(null, 116.9, 33.9), 503, "module-away");
    }

    @EachDatabase
    void another_streets_matter_is_not_there_and_the_look_is_on_record(TestDatabase db) {
        Counter counter = counter(db);
        MatterJson matter = counter.report("resident", District.EAST);
        for (String stranger : List.of("street.west", "worker.west", "neighbour", "dept", "it")) {
            counter.district().audited.clear();
            refused(() -> counter.one(stranger, matter), 404, "not-found");
            refused(() -> counter.act(stranger, matter, "accept", null, null), 404, "not-found");
            assertThat(counter.district().audited)
                    .containsExactly(stranger + " matters.read foreign-area", stranger + " matters.act foreign-area");
        }
        refused(() -> counter.list("street.west", "340603002", null, null), 404, "not-found");
        refused(() -> counter.counters("street.west", "340603002"), 404, "not-found");
        refused(() -> counter.report("worker.west", District.EAST), 403, "forbidden");
    }

    @EachDatabase
    void no_filter_shows_what_the_list_without_it_does_not(TestDatabase db) {
        Counter counter = counter(db);
        MatterJson matter = counter.report("resident", District.EAST);
        matter = counter.act("community", matter, "accept", null, null);
        matter = counter.act("community", matter, "dispatch", "worker", null);
        for (String stranger : List.of("street.west", "worker.west", "neighbour", "dept")) {
            for (String area : new String[] {null, "340603"}) {
                for (String handler : new String[] {null, "worker"}) {
                    for (String mine : new String[] {null, "reported", "handling"}) {
                        assertThat(counter.list(stranger, area, handler, mine)).isEmpty();
                    }
                }
            }
        }
        for (String entitled : List.of("district", "street.east", "community", "worker", "resident")) {
            assertThat(counter.list(entitled, null, null, null)).containsExactly(matter.id());
            assertThat(counter.list(entitled, "340603002", "worker", null)).containsExactly(matter.id());
            assertThat(counter.list(entitled, null, "dept", null)).isEmpty();
        }
        assertThat(counter.list("resident", "340603003", null, null)).isEmpty();
        assertThat(counter.list("resident", null, null, "reported")).containsExactly(matter.id());
        assertThat(counter.list("worker", null, null, "handling")).containsExactly(matter.id());
    }

    @EachDatabase
    void a_department_goes_on_seeing_what_it_gave_back(TestDatabase db) {
        Counter counter = counter(db);
        MatterJson matter = counter.report("resident", District.EAST);
        matter = counter.act("community", matter, "accept", null, null);
        matter = counter.act("community", matter, "dispatch", "dept", null);
        matter = counter.act("dept", matter, "transfer", null, "not ours");
        assertThat(matter.state()).isEqualTo("accepted");
        assertThat(matter.handler()).isNull();
        assertThat(counter.list("dept", null, null, null)).containsExactly(matter.id());
        assertThat(counter.list("dept", null, null, "handling")).isEmpty();
        assertThat(counter.one("dept", matter).actions()).isEmpty();
    }

    @EachDatabase
    void who_may_be_given_a_matter_is_what_the_list_of_handlers_says(TestDatabase db) {
        Counter counter = counter(db);
        MatterJson matter = counter.report("resident", District.EAST);
        counter.act("community", matter, "accept", null, null);
        MatterJson accepted = counter.one("community", matter);
        assertThat(handlers(counter, "community", matter)).containsExactly("worker", "community", "dept");
        assertThat(handlers(counter, "street.east", matter))
                .containsExactly("worker", "community", "street.east", "dept");
        assertThat(handlers(counter, "resident", matter)).isEmpty();
        for (String unfit : List.of("worker.west", "resident", "it", "district", "street.east", "nobody")) {
            refused(() -> counter.act("community", accepted, "dispatch", unfit, null), 422, "handler-unfit");
        }
        refused(() -> counter.act("community", accepted, "dispatch", null, null), 422, "action-incomplete");
        refused(() -> counter.act("community", accepted, "dispatch", " ", null), 422, "action-incomplete");
        refused(() -> counter.act("community", matter, "dispatch", "worker", null), 409, "stale-version");
        refused(() -> counter.act("community", accepted, "wish", null, null), 400, "bad-request");
        refused(() -> counter.act("community", accepted, "verify", null, null), 409, "action-not-open");
        refused(() -> counter.act("resident", accepted, "dispatch", "worker", null), 403, "action-forbidden");
    }

    private static List<String> handlers(Counter counter, String who, MatterJson matter) {
        return counter
                .district()
                .resource(MattersResource.class)
                .handlers(counter.district().caller(who), matter.id())
                .items()
                .stream()
                .map(HandlerJson::account)
                .toList();
    }

    @EachDatabase
    void where_a_street_has_matters_off_nothing_is_reported_or_done_and_all_is_still_there(TestDatabase db) {
        Counter counter = counter(db);
        MatterJson matter = counter.report("resident", District.EAST);
        counter.district().offStreets.add("340603002");
        refused(() -> counter.report("resident", District.EAST), 403, "module-off");
        refused(() -> counter.act("community", matter, "accept", null, null), 403, "module-off");
        refused(() -> counter.one("community", matter), 403, "module-off");
        refused(() -> counter.one("resident", matter), 403, "module-off");
        MatterJson west = counter.report("resident", District.WEST);
        assertThat(counter.list("district", null, null, null)).containsExactly(west.id());
        assertThat(counter.list("resident", null, null, null)).containsExactly(west.id());
        assertThat(counter.counters("district", null).states()).isEqualTo(Map.of("reported", 1L));
        assertThat(counter.counters("resident", null).states()).isEqualTo(Map.of("reported", 1L));
        assertThat(counter.report("resident", District.WEST).state()).isEqualTo("reported");
        counter.district().offStreets.clear();
        assertThat(counter.one("community", matter).state()).isEqualTo("reported");
        assertThat(counter.list("district", null, null, null)).hasSize(3);
        assertThat(counter.counters("district", null).states()).isEqualTo(Map.of("reported", 3L));
        assertThat(counter.act("community", matter, "accept", null, null).version())
                .isEqualTo(2);
    }

    @EachDatabase
    void a_street_may_want_photos_and_less_time_for_itself_alone(TestDatabase db) {
        Counter counter = counter(db);
        MatterJson usual = counter.report("resident", District.WEST);
        MatterJson reported = counter.report("resident", District.EAST);
        MatterJson accepted = counter.act("community", reported, "accept", null, null);
        MatterJson matter = counter.act("community", accepted, "dispatch", "worker", null);
        counter.district().setInTheEast.putAll(Map.of("reportPhoto", true, "handInPhoto", true, "limitPercent", 50L));
        refused(() -> counter.report("resident", District.EAST), 422, "photo-wanted");
        MatterJson taken = counter.act("worker", matter, "take", null, null);
        refused(() -> counter.act("worker", taken, "hand-in", null, null), 422, "action-incomplete");
        counter.district().setInTheEast.remove("reportPhoto");
        MatterJson hurried = counter.report("resident", District.EAST);
        assertThat(Duration.between(hurried.reportedAt(), hurried.dueAt()))
                .isLessThan(Duration.between(usual.reportedAt(), usual.dueAt()));
        counter.district().setInTheEast.clear();
        assertThat(counter.act("worker", taken, "hand-in", null, null).state()).isEqualTo("handled");
    }

    @EachDatabase
    void a_photo_is_seen_by_its_uploader_and_then_by_those_who_see_the_matter(TestDatabase db) throws IOException {
        Counter counter = counter(db);
        District district = counter.district();
        PhotosResource photos = district.resource(PhotosResource.class);
        String id = upload(photos, district, "resident");
        assertThat(photos.photo(district.caller("resident"), id).getStatus()).isEqualTo(200);
        refused(() -> photos.photo(district.caller("community"), id), 404, "not-found");
        counter.report("resident", new NewMatterJson("E0101", "see", District.EAST, null, null, List.of(id, id)), null);
        assertThat(photos.thumbnail(district.caller("community"), id).getStatus())
                .isEqualTo(200);
        refused(() -> photos.photo(district.caller("street.west"), id), 404, "not-found");
        refused(() -> photos.photo(district.caller("resident"), "x"), 404, "not-found");
    }

    @EachDatabase
    void photos_that_nobody_used_are_gone_after_a_day(TestDatabase db) throws IOException {
        Counter counter = counter(db);
        District district = counter.district();
        PhotosResource photos = district.resource(PhotosResource.class);
        String unused = upload(photos, district, "resident");
        String used = upload(photos, district, "resident");
        counter.report("resident", new NewMatterJson("E0101", "see", District.EAST, null, null, List.of(used)), null);
        db.clock().forward(Duration.ofHours(25));
        district.module().jobs().stream().map(Job::work).forEach(Runnable::run);
        refused(() -> photos.photo(district.caller("resident"), unused), 404, "not-found");
        assertThat(photos.photo(district.caller("community"), used).getStatus()).isEqualTo(200);
        assertThat(district.blobs()).isEqualTo(2);
    }

    private static String upload(PhotosResource photos, District district, String who) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB), "png", out);
        return ((PhotoJson) photos.upload(
                                district.caller(who), "image/png", -1, new ByteArrayInputStream(out.toByteArray()))
                        .getEntity())
                .id();
    }
}
