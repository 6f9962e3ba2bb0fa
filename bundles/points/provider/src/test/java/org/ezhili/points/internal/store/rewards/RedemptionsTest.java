package org.ezhili.points.internal.store.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.points.internal.domain.rewards.Courses.DISTRICT;
import static org.ezhili.points.internal.domain.rewards.Courses.EAST;
import static org.ezhili.points.internal.domain.rewards.Courses.WEST;
import static org.ezhili.points.internal.store.rewards.Shop.DONE;
import static org.ezhili.points.internal.store.rewards.Shop.key;
import static org.ezhili.points.internal.store.rewards.Shop.together;
import static org.ezhili.points.internal.store.rewards.Shop.tried;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.persistence.Once;
import org.ezhili.points.Balance;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.domain.rewards.Courses;
import org.ezhili.points.internal.domain.rewards.Reward;
import org.ezhili.points.internal.domain.rewards.Voucher;
import org.ezhili.points.internal.domain.rewards.VoucherState;

class RedemptionsTest {

    @EachDatabase
    void the_last_seat_is_sold_once_whatever_the_load(TestDatabase db) throws Exception {
        Shop shop = new Shop(db);
        Reward course = shop.offer(Courses.course(EAST, 5, Courses.meeting(8)));
        List<String> people =
                IntStream.range(0, 200).mapToObj(n -> "person" + n).toList();
        people.forEach(person -> shop.give(person, EAST, 40));
        List<String> answers = together(people.stream()
                .<Callable<String>>map(person -> () -> tried(() -> shop.redeem(course, person)))
                .toList());
        assertThat(Collections.frequency(answers, DONE)).isEqualTo(5);
        assertThat(answers).containsOnly(DONE, "sold-out");
        assertThat(shop.rewards.find(course.id()).orElseThrow().remaining()).isZero();
        long held = people.stream()
                .mapToLong(person -> shop.ledger.balance(person).held())
                .sum();
        assertThat(held).isEqualTo(150);
    }

    @EachDatabase
    void one_person_at_once_from_many_phones_gets_no_more_than_one_may_have(TestDatabase db) throws Exception {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 100, 2));
        shop.give("resident", EAST, 3000);
        List<String> answers = together(Collections.nCopies(40, () -> tried(() -> shop.redeem(goods, "resident"))));
        assertThat(Collections.frequency(answers, DONE)).isEqualTo(2);
        assertThat(answers).containsOnly(DONE, "person-limit");
        assertThat(shop.ledger.balance("resident")).isEqualTo(new Balance(2940, 60, 0));
    }

    @EachDatabase
    void a_repeat_gets_the_same_voucher_even_after_the_last_one_is_gone(TestDatabase db) throws Exception {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 1, 0));
        shop.give("resident", EAST, 100);
        shop.give("late", EAST, 100);
        List<String> ids = together(Collections.nCopies(
                12, () -> ((Once.Done) shop.redemptions.redeem(goods.id(), "resident", 30, key("resident", "k")))
                        .answer()));
        assertThat(ids).hasSize(12).containsOnly(ids.get(0));
        assertThat(tried(() -> shop.redeem(goods, "late"))).isEqualTo("sold-out");
        assertThat(tried(() -> shop.redeem(goods, "late"))).isEqualTo("sold-out");
        assertThat(shop.soldOut.reward(goods.id())).isPresent();
        assertThat(shop.redemptions.redeem(goods.id(), "resident", 30, key("resident", "k")))
                .isEqualTo(new Once.Done(ids.get(0), true));
        assertThat(shop.ledger.balance("resident").held()).isEqualTo(30);
    }

    @EachDatabase
    void a_streets_own_reward_takes_points_of_that_street_only_and_the_districts_takes_any(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward own = shop.offer(Courses.goods(EAST, 9, 0));
        Reward all = shop.offer(Courses.goods(DISTRICT, 9, 0));
        shop.give("resident", WEST, 100);
        assertThat(tried(() -> shop.redeem(own, "resident"))).isEqualTo("not-enough-points");
        assertThat(tried(() -> shop.redeem(all, "resident"))).isEqualTo(DONE);
        assertThat(shop.rewards.find(own.id()).orElseThrow().remaining()).isEqualTo(9);
    }

    @EachDatabase
    void who_has_too_few_points_comes_too_early_or_late_or_saw_another_price_gets_nothing(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 9, 0));
        assertThat(tried(() -> shop.redeem(goods, "poor"))).isEqualTo("not-enough-points");
        shop.give("poor", EAST, 29);
        assertThat(tried(() -> shop.redeem(goods, "poor"))).isEqualTo("not-enough-points");
        shop.give("poor", EAST, 29);
        assertThat(tried(() -> shop.redemptions.redeem(goods.id(), "poor", 29, key("poor", null))))
                .isEqualTo("price-changed");
        assertThat(tried(() -> shop.redemptions.redeem(1, "poor", 30, key("poor", null))))
                .isEqualTo("not-found");
        db.clock().moveTo(goods.opensAt().minusMillis(1));
        assertThat(tried(() -> shop.redeem(goods, "poor"))).isEqualTo("reward-not-open");
        db.clock().moveTo(goods.closesAt());
        assertThat(tried(() -> shop.redeem(goods, "poor"))).isEqualTo("reward-not-open");
        assertThat(shop.ledger.balance("poor")).isEqualTo(new Balance(58, 0, 0));
        assertThat(shop.rewards.find(goods.id()).orElseThrow().remaining()).isEqualTo(9);
    }

    @EachDatabase
    void a_voucher_has_one_end_whoever_comes_first(TestDatabase db) throws Exception {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 50, 0));
        shop.give("resident", EAST, 10_000);
        for (int round = 0; round < 5; round++) {
            Voucher voucher = shop.redeem(goods, "resident");
            List<Callable<String>> calls = IntStream.range(0, 12)
                    .<Callable<String>>mapToObj(n -> () -> tried(() -> {
                        if (n % 2 == 0) {
                            shop.vouchers.collect(voucher, "counter", key("counter", null));
                        } else {
                            shop.cancel(voucher);
                        }
                    }))
                    .toList();
            List<String> answers = together(calls);
            assertThat(Collections.frequency(answers, DONE)).isEqualTo(1);
            assertThat(answers).containsOnly(DONE, "voucher-ended");
        }
        Reward after = shop.rewards.find(goods.id()).orElseThrow();
        Balance balance = shop.ledger.balance("resident");
        assertThat(balance.held()).isZero();
        assertThat(10_000 - balance.available()).isEqualTo((50 - after.remaining()) * 30L);
    }

    @EachDatabase
    void what_nobody_collects_in_time_is_paid_back_once(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 5, 0));
        shop.give("resident", EAST, 100);
        Voucher voucher = shop.redeem(goods, "resident");
        shop.vouchers.expire();
        assertThat(state(shop, voucher)).isEqualTo(VoucherState.HELD);
        db.clock().moveTo(voucher.expiresAt());
        assertThat(tried(() -> shop.vouchers.collect(voucher, "counter", key("counter", null))))
                .isEqualTo("voucher-expired");
        assertThat(tried(() -> shop.cancel(voucher))).isEqualTo("cancel-too-late");
        shop.vouchers.expire();
        shop.vouchers.expire();
        assertThat(state(shop, voucher)).isEqualTo(VoucherState.EXPIRED);
        assertThat(shop.ledger.balance("resident")).isEqualTo(new Balance(100, 0, 0));
        assertThat(shop.rewards.find(goods.id()).orElseThrow().remaining()).isEqualTo(5);
    }

    @EachDatabase
    void where_a_street_does_without_points_no_voucher_of_its_rewards_ends_until_it_has_them_again(TestDatabase db) {
        Shop shop = new Shop(db);
        shop.give("resident", EAST, 100);
        shop.give("resident", WEST, 100);
        Reward calledOff = shop.offer(Courses.course(EAST, 5, Courses.meeting(8)));
        Voucher course = shop.redeem(calledOff, "resident");
        shop.rewards.withdraw(calledOff.id(), calledOff.version());
        Voucher east = shop.redeem(shop.offer(Courses.goods(EAST, 5, 0)), "resident");
        Voucher west = shop.redeem(shop.offer(Courses.goods(WEST, 5, 0)), "resident");
        Voucher all = shop.redeem(shop.offer(Courses.goods(DISTRICT, 5, 0)), "resident");
        db.clock().moveTo(east.expiresAt());
        shop.off.add(EAST);
        shop.vouchers.expire();
        assertThat(List.of(state(shop, east), state(shop, course))).containsOnly(VoucherState.HELD);
        assertThat(List.of(state(shop, west), state(shop, all))).containsOnly(VoucherState.EXPIRED);
        assertThat(shop.ledger.balance("resident").held()).isEqualTo(60);
        shop.off.clear();
        shop.vouchers.expire();
        assertThat(state(shop, east)).isEqualTo(VoucherState.EXPIRED);
        assertThat(state(shop, course)).isEqualTo(VoucherState.CANCELLED);
        assertThat(shop.ledger.balance("resident")).isEqualTo(new Balance(200, 0, 0));
    }

    @EachDatabase
    void many_vouchers_of_a_street_without_points_keep_none_of_another_street_waiting(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward piled = shop.offer(Courses.goods(EAST, 250, 0));
        shop.give("hoarder", EAST, 7500);
        shop.give("resident", WEST, 100);
        for (int n = 0; n < 201; n++) {
            shop.redeem(piled, "hoarder");
        }
        Voucher last = shop.redeem(shop.offer(Courses.goods(WEST, 5, 0)), "resident");
        db.clock().moveTo(last.expiresAt());
        shop.off.add(EAST);
        shop.vouchers.expire();
        assertThat(state(shop, last)).isEqualTo(VoucherState.EXPIRED);
        assertThat(shop.ledger.balance("hoarder").held()).isEqualTo(6030);
    }

    @EachDatabase
    void a_voucher_that_was_just_shown_cannot_be_given_back_or_lapse_before_the_counter_has_told(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 5, 0));
        shop.give("resident", EAST, 100);
        Voucher voucher = shop.redeem(goods, "resident");
        db.clock().moveTo(voucher.expiresAt().minusSeconds(60));
        shop.vouchers.shown(voucher, db.clock().instant().plusSeconds(600));
        assertThat(tried(() -> shop.cancel(voucher))).isEqualTo("voucher-shown");
        db.clock().forward(Duration.ofMinutes(30));
        shop.vouchers.expire();
        assertThat(tried(() -> shop.vouchers.collect(voucher, "counter", key("counter", null))))
                .isEqualTo(DONE);
        assertThat(shop.ledger.balance("resident")).isEqualTo(new Balance(70, 0, 0));
    }

    @EachDatabase
    void a_reward_called_off_pays_everybody_back(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward course = shop.offer(Courses.course(EAST, 5, Courses.meeting(8)));
        shop.give("resident", EAST, 100);
        Voucher voucher = shop.redeem(course, "resident");
        shop.rewards.withdraw(course.id(), course.version());
        shop.vouchers.expire();
        assertThat(state(shop, voucher)).isEqualTo(VoucherState.CANCELLED);
        assertThat(shop.ledger.balance("resident")).isEqualTo(new Balance(100, 0, 0));
        assertThat(tried(() -> shop.redeem(course, "resident"))).isEqualTo("reward-not-open");
        assertThat(tried(() -> shop.rewards.withdraw(course.id(), 2))).isEqualTo("reward-withdrawn");
    }

    @EachDatabase
    void stock_never_falls_below_what_was_taken_and_an_old_version_changes_nothing(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 3, 0));
        shop.give("resident", EAST, 100);
        shop.redeem(goods, "resident");
        shop.redeem(goods, "resident");
        assertThat(tried(() -> shop.rewards.change(goods.id(), 1, Courses.goods(EAST, 1, 0))))
                .isEqualTo("stock-below-taken");
        assertThat(shop.rewards.change(goods.id(), 1, Courses.goods(EAST, 2, 0)).remaining())
                .isZero();
        assertThat(tried(() -> shop.rewards.change(goods.id(), 1, Courses.goods(EAST, 9, 0))))
                .isEqualTo("stale-version");
    }

    @EachDatabase
    void what_comes_free_goes_to_whose_turn_it_is_and_to_nobody_before(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 1, 0));
        List.of("holder", "second", "quick").forEach(person -> shop.give(person, EAST, 100));
        assertThat(tried(() -> shop.waiting.join(goods.id(), "second"))).isEqualTo("seats-left");
        Voucher voucher = shop.redeem(goods, "holder");
        assertThat(shop.waiting.join(goods.id(), "poor")).isEqualTo(1);
        assertThat(shop.waiting.join(goods.id(), "second")).isEqualTo(2);
        assertThat(shop.waiting.join(goods.id(), "second")).isEqualTo(2);
        shop.cancel(voucher);
        assertThat(tried(() -> shop.redeem(goods, "quick"))).isEqualTo("sold-out");
        shop.waiting.serve();
        assertThat(shop.ledger.balance("second").held()).isEqualTo(30);
        assertThat(shop.waiting.place(goods.id(), "poor")).isEmpty();
        Reward after = shop.rewards.find(goods.id()).orElseThrow();
        assertThat(after.waiting()).isZero();
        assertThat(after.remaining()).isZero();
        assertThat(tried(() -> shop.waiting.leave(goods.id(), "second"))).isEqualTo("not-waiting");
    }

    private static VoucherState state(Shop shop, Voucher voucher) {
        return shop.vouchers.find(voucher.id()).orElseThrow().state();
    }

    @EachDatabase
    void a_voucher_that_can_not_be_ended_keeps_no_other_from_its_end(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 5, 0));
        List.of("first", "second").forEach(who -> shop.give(who, EAST, 100));
        Voucher broken = shop.redeem(goods, "first");
        db.clock().forward(Duration.ofMinutes(1));
        Voucher sound = shop.redeem(goods, "second");
        shop.ledger.post(new Transfer.Reverse("correct:1", Redemptions.hold(broken.id()), "by-hand"));
        db.clock().moveTo(sound.expiresAt().plus(Duration.ofDays(1)));
        shop.vouchers.expire();
        assertThat(state(shop, broken)).isEqualTo(VoucherState.HELD);
        assertThat(state(shop, sound)).isEqualTo(VoucherState.EXPIRED);
        assertThat(shop.ledger.balance("second")).isEqualTo(new Balance(100, 0, 0));
    }

    @EachDatabase
    void two_who_call_off_and_change_a_reward_at_once_do_not_both_succeed(TestDatabase db) throws Exception {
        Shop shop = new Shop(db);
        for (int round = 0; round < 10; round++) {
            Reward goods = shop.offer(Courses.goods(EAST, 5, 0));
            List<String> answers = together(List.of(
                    () -> tried(() -> shop.rewards.withdraw(goods.id(), goods.version())),
                    () -> tried(() -> shop.rewards.change(goods.id(), goods.version(), Courses.goods(EAST, 9, 0)))));
            Reward after = shop.rewards.find(goods.id()).orElseThrow();
            assertThat(Collections.frequency(answers, DONE)).isEqualTo(1);
            assertThat(after.withdrawn()).isEqualTo(answers.get(0).equals(DONE));
            assertThat(after.stock()).isEqualTo(answers.get(1).equals(DONE) ? 9 : 5);
        }
    }

    @EachDatabase
    void vouchers_that_are_sold_while_a_course_moves_move_with_it(TestDatabase db) throws Exception {
        Shop shop = new Shop(db);
        Reward course = shop.offer(Courses.course(EAST, 500, Courses.meeting(8)));
        List<String> people = IntStream.range(0, 24).mapToObj(n -> "person" + n).toList();
        people.forEach(person -> shop.give(person, EAST, 40));
        List<Callable<String>> calls = new ArrayList<>();
        people.forEach(person -> calls.add(() -> tried(() -> shop.redeem(course, person))));
        calls.add(
                12,
                () -> tried(() -> shop.rewards.change(
                        course.id(), course.version(), Courses.course(EAST, 500, Courses.meeting(40)))));
        assertThat(together(calls)).contains(DONE).doesNotContain("sold-out");
        Reward moved = shop.rewards.find(course.id()).orElseThrow();
        for (String person : people) {
            shop.vouchers
                    .of(person, Optional.empty(), PageRequest.first(5))
                    .items()
                    .forEach(voucher -> assertThat(voucher.expiresAt()).isEqualTo(moved.expiry(moved.closesAt())));
        }
    }
}
