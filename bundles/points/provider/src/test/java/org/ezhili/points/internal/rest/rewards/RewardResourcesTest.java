package org.ezhili.points.internal.rest.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ezhili.points.internal.rest.rewards.Counter.EAST;
import static org.ezhili.points.internal.rest.rewards.Counter.WEST;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.module.Job;
import org.ezhili.points.internal.store.ledger.Reconciliation;

/** The doors of the shop and of the counter, as the gateway opens them. */
class RewardResourcesTest {

    private static void refused(ThrowingCallable call, int status, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(refusal.problem())
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(status))
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code)));
    }

    private static void fault(ThrowingCallable call, String field, String code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, refusal -> assertThat(
                        refusal.problem().faults())
                .singleElement()
                .satisfies(fault -> {
                    assertThat(fault.field()).isEqualTo(field);
                    assertThat(fault.code()).isEqualTo(code);
                }));
    }

    @EachDatabase
    void a_voucher_is_typed_at_the_counter_and_collected_once(TestDatabase db) {
        Counter counter = new Counter(db);
        VoucherJson voucher = counter.redeem("resident", counter.offer("street.east", counter.goods(EAST, 3)));
        assertThat(voucher.state()).isEqualTo("held");
        assertThat(voucher.actions()).containsExactly("show", "cancel");
        assertThat(counter.available("resident")).isEqualTo(70);
        CounterResource desk = counter.district.resource(CounterResource.class);
        VoucherJson seen = desk.look(
                counter.district.caller("community"),
                voucher.code().toLowerCase().replace("-", " "));
        assertThat(seen.ownerName()).isEqualTo("name of resident");
        assertThat(seen.code()).isNull();
        CollectJson typed = new CollectJson(voucher.code(), null);
        assertThat(desk.collect(counter.district.caller("community"), "k1", typed)
                        .state())
                .isEqualTo("collected");
        assertThat(desk.collect(counter.district.caller("community"), "k1", typed)
                        .state())
                .isEqualTo("collected");
        refused(() -> counter.collect("street.east", typed), 409, "voucher-ended");
        assertThat(counter.available("resident")).isEqualTo(70);
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void a_pass_is_good_for_ten_minutes_and_its_code_can_still_be_told_afterwards(TestDatabase db) {
        Counter counter = new Counter(db);
        VoucherJson voucher = counter.redeem("resident", counter.offer("street.east", counter.goods(EAST, 3)));
        PassJson pass = counter.vouchers().pass(counter.district.caller("resident"), voucher.id());
        CollectJson scanned = new CollectJson(null, pass.pass());
        refused(() -> counter.collect("community", new CollectJson(null, pass.pass() + "x")), 404, "not-found");
        refused(() -> counter.collect("community", new CollectJson(null, "EZV1.e30.e30")), 404, "not-found");
        db.clock().forward(Duration.ofMinutes(10));
        refused(() -> counter.collect("community", scanned), 409, "pass-expired");
        refused(
                () -> counter.vouchers().cancel(counter.district.caller("resident"), null, voucher.id()),
                409,
                "voucher-shown");
        assertThat(counter.collect("community", new CollectJson(voucher.code(), null))
                        .state())
                .isEqualTo("collected");
        refused(() -> counter.collect("community", scanned), 409, "voucher-ended");
    }

    @EachDatabase
    void who_repeats_a_wish_gets_the_same_voucher_and_pays_once(TestDatabase db) {
        Counter counter = new Counter(db);
        RewardJson rice = counter.offer("street.east", counter.goods(EAST, 3));
        VoucherJson first = counter.redeem("resident", rice, "phone-1");
        assertThat(counter.redeem("resident", rice, "phone-1").id()).isEqualTo(first.id());
        assertThat(counter.redeem("neighbour", rice, "phone-1").id()).isNotEqualTo(first.id());
        RewardJson other = counter.offer("street.east", counter.goods(EAST, 3));
        refused(() -> counter.redeem("resident", other, "phone-1"), 422, "idempotency-key-reused");
        VouchersResource vouchers = counter.vouchers();
        for (int i = 0; i < 3; i++) {
            assertThat(vouchers.cancel(counter.district.caller("resident"), "back-1", first.id())
                            .state())
                    .isEqualTo("cancelled");
        }
        refused(() -> vouchers.cancel(counter.district.caller("resident"), "back-2", first.id()), 409, "voucher-ended");
        assertThat(counter.available("resident")).isEqualTo(100);
        assertThat(counter.rewards()
                        .one(counter.district.caller("resident"), rice.id())
                        .remaining())
                .isEqualTo(2);
    }

    @EachDatabase
    void what_is_another_streets_or_another_persons_is_not_there_and_the_attempt_is_on_record(TestDatabase db) {
        Counter counter = new Counter(db);
        RewardJson rice = counter.offer("street.east", counter.goods(EAST, 3));
        VoucherJson voucher = counter.redeem("resident", rice);
        refused(() -> counter.rewards().one(counter.district.caller("villager"), rice.id()), 404, "not-found");
        refused(() -> counter.redeem("villager", rice), 404, "not-found");
        refused(
                () -> counter.rewards()
                        .withdraw(counter.district.caller("street.west"), rice.id(), new WithdrawJson(1)),
                404,
                "not-found");
        refused(() -> counter.offer("street.west", counter.goods(EAST, 1)), 403, "forbidden");
        refused(() -> counter.offer("street.east", counter.goods("340603", 1)), 403, "forbidden");
        refused(() -> counter.offer("district", counter.goods("340603002001", 1)), 400, "bad-request");
        refused(() -> counter.vouchers().one(counter.district.caller("neighbour"), voucher.id()), 404, "not-found");
        refused(() -> counter.vouchers().pass(counter.district.caller("neighbour"), voucher.id()), 404, "not-found");
        refused(() -> counter.collect("street.west", new CollectJson(voucher.code(), null)), 404, "not-found");
        refused(() -> counter.collect("community", new CollectJson("0000-0000-0000-0000", null)), 404, "not-found");
        assertThat(counter.district.audited)
                .filteredOn(line -> line.endsWith("foreign-area"))
                .hasSize(8);
    }

    @EachDatabase
    void nobody_hands_out_to_themselves(TestDatabase db) {
        Counter counter = new Counter(db);
        counter.give("community", 50);
        VoucherJson voucher = counter.redeem("community", counter.offer("street.east", counter.goods(EAST, 3)));
        refused(() -> counter.collect("community", new CollectJson(voucher.code(), null)), 403, "own-voucher");
        assertThat(counter.collect("street.east", new CollectJson(voucher.code(), null))
                        .state())
                .isEqualTo("collected");
    }

    @EachDatabase
    void drafts_that_mean_nothing_are_refused_by_field(TestDatabase db) {
        Counter counter = new Counter(db);
        RewardDraftJson good = counter.goods(EAST, 1);
        RewardDraftJson course = counter.course(EAST, 1);
        fault(() -> counter.offer("street.east", with(good, "toys", List.of(), null)), "kind", "unknown-value");
        fault(() -> counter.offer("street.east", with(good, "course", List.of(), null)), "meetings", "required");
        fault(
                () -> counter.offer("street.east", with(course, "goods", course.meetings(), null)),
                "meetings",
                "not-wanted");
        fault(() -> counter.offer("street.east", with(good, "goods", List.of(), "17")), "picture", "unknown-value");
        RewardJson rice = counter.offer("street.east", good);
        fault(
                () -> counter.rewards().change(counter.district.caller("street.east"), rice.id(), good),
                "version",
                "required");
        fault(() -> counter.collect("community", new CollectJson(null, null)), "code", "required");
        fault(() -> counter.collect("community", new CollectJson("a", "b")), "pass", "not-wanted");
        fault(
                () -> counter.vouchers().list(counter.district.caller("resident"), "eaten", null, null),
                "state",
                "unknown-value");
        refused(() -> counter.rewards().one(counter.district.caller("resident"), "x"), 404, "not-found");
    }

    private static RewardDraftJson with(
            RewardDraftJson draft, String kind, List<NewMeetingJson> meetings, String picture) {
        return new RewardDraftJson(
                draft.area(),
                kind,
                draft.title(),
                draft.description(),
                draft.price(),
                draft.stock(),
                draft.perPerson(),
                draft.opensAt(),
                draft.closesAt(),
                draft.collectDays(),
                picture,
                draft.offered(),
                draft.version(),
                meetings);
    }

    @EachDatabase
    void the_shop_is_paged_and_shows_the_street_and_the_district(TestDatabase db) {
        Counter counter = new Counter(db);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            ids.add(0, counter.offer("street.east", counter.goods(EAST, 1)).id());
            ids.add(0, counter.offer("district", counter.goods("340603", 1)).id());
            counter.offer("street.west", counter.goods(WEST, 1));
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            var page = counter.rewards().list(counter.district.caller("community"), null, 4, cursor);
            page.items().forEach(reward -> seen.add(reward.id()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).isEqualTo(ids);
        assertThat(counter.rewards()
                        .list(counter.district.caller("villager"), null, 50, null)
                        .items())
                .hasSize(6);
        counter.district.offStreets.add(EAST);
        assertThat(counter.rewards()
                        .list(counter.district.caller("resident"), null, 50, null)
                        .items())
                .extracting(RewardJson::area)
                .containsOnly("340603", WEST);
        refused(() -> counter.rewards().list(counter.district.caller("community"), null, 50, null), 403, "module-off");
    }

    @EachDatabase
    void a_course_is_in_the_holders_calendar_and_struck_out_when_the_seat_is_given_back(TestDatabase db) {
        Counter counter = new Counter(db);
        RewardJson course = counter.offer("street.east", counter.course(EAST, 1));
        VoucherJson seat = counter.redeem("resident", course);
        refused(() -> counter.redeem("neighbour", course), 409, "sold-out");
        WaitingResource waiting = counter.district.resource(WaitingResource.class);
        assertThat(waiting.join(counter.district.caller("neighbour"), course.id())
                        .place())
                .isEqualTo(1);
        assertThat(counter.vouchers().calendar(counter.district.caller("resident"), seat.id()))
                .contains("STATUS:CONFIRMED", "DTSTART;TZID=Asia/Shanghai:");
        counter.vouchers().cancel(counter.district.caller("resident"), null, seat.id());
        assertThat(counter.vouchers().calendar(counter.district.caller("resident"), seat.id()))
                .contains("STATUS:CANCELLED");
        assertThat(counter.vouchers()
                        .list(counter.district.caller("neighbour"), "held", null, null)
                        .items())
                .singleElement()
                .satisfies(next -> assertThat(next.reward()).isEqualTo(course.id()));
        assertThat(waiting.place(counter.district.caller("neighbour"), course.id())
                        .place())
                .isZero();
        assertThat(counter.available("neighbour")).isEqualTo(70);
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void a_picture_is_seen_with_its_reward_and_goes_a_day_after_nobody_wants_it(TestDatabase db) {
        Counter counter = new Counter(db);
        String used = counter.upload("street.east", Counter.picture("png", 2000, 1000))
                .orElseThrow();
        String unused =
                counter.upload("street.east", Counter.picture("jpeg", 100, 50)).orElseThrow();
        RewardDraftJson draft = counter.goods(EAST, 1);
        RewardJson rice = counter.offer("street.east", with(draft, "goods", List.of(), used));
        db.clock().forward(Duration.ofDays(2));
        counter.district.module().jobs().stream().map(Job::work).forEach(Runnable::run);
        assertThat((byte[]) counter.rewards()
                        .thumbnail(counter.district.caller("resident"), rice.id())
                        .getEntity())
                .startsWith(0xFF, 0xD8);
        refused(() -> counter.rewards().picture(counter.district.caller("villager"), rice.id()), 404, "not-found");
        fault(() -> counter.offer("street.east", with(draft, "goods", List.of(), unused)), "picture", "unknown-value");
        refused(() -> counter.upload("street.east", new byte[] {'G', 'I', 'F'}), 415, "picture-type");
        byte[] cut = java.util.Arrays.copyOf(Counter.picture("png", 60, 60), 40);
        refused(() -> counter.upload("street.east", cut), 422, "picture-unreadable");
        refused(() -> counter.upload("street.east", new byte[10 * 1024 * 1024 + 1]), 413, "picture-bytes");
        refused(() -> counter.upload("street.east", Counter.picture("png", 6_000, 5_000)), 422, "picture-too-large");
    }
}
