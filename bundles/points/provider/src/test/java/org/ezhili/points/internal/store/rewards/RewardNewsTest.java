package org.ezhili.points.internal.store.rewards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.points.internal.domain.rewards.Courses.DISTRICT;
import static org.ezhili.points.internal.domain.rewards.Courses.EAST;

import java.time.Duration;
import java.util.List;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.rewards.Courses;
import org.ezhili.points.internal.domain.rewards.Reward;
import org.ezhili.points.internal.domain.rewards.Voucher;
import org.ezhili.points.internal.domain.rewards.VoucherState;

class RewardNewsTest {

    private static List<String> told(Shop shop, String owner) {
        return shop.inbox.of(owner, PageRequest.first(20)).items().stream()
                .map(notice -> notice.news().kind().word())
                .toList();
    }

    private static Voucher soldOut(Shop shop, Reward goods) {
        shop.give("holder", EAST, 100);
        return shop.redeem(goods, "holder");
    }

    private static VoucherReminders reminders(Shop shop) {
        return new VoucherReminders(shop.db.database(), shop.inbox, () -> shop.off, shop.db.clock());
    }

    @EachDatabase
    void whose_turn_it_is_learns_of_the_voucher_and_who_could_not_have_it_of_the_turn(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 1, 0));
        shop.give("second", EAST, 100);
        Voucher voucher = soldOut(shop, goods);
        List.of("poor", "second", "third").forEach(who -> shop.waiting.join(goods.id(), who));
        shop.cancel(voucher);
        shop.waiting.serve();
        shop.waiting.serve();
        assertThat(told(shop, "poor")).containsExactly("turn-lost");
        assertThat(told(shop, "second")).containsExactly("reward-served");
        assertThat(told(shop, "third")).isEmpty();
        assertThat(told(shop, "holder")).isEmpty();
        News news = shop.inbox.of("second", PageRequest.first(1)).items().get(0).news();
        Voucher theirs = shop.vouchers.find(news.subject()).orElseThrow();
        assertThat(theirs.owner()).isEqualTo("second");
        assertThat(news.due()).contains(theirs.expiresAt());
        assertThat(news.amount()).isEqualTo(30);
    }

    @EachDatabase
    void who_leaves_the_list_or_exchanges_without_waiting_is_told_nothing(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 1, 0));
        soldOut(shop, goods);
        shop.waiting.join(goods.id(), "second");
        shop.waiting.leave(goods.id(), "second");
        assertThat(told(shop, "second")).isEmpty();
        assertThat(told(shop, "holder")).isEmpty();
    }

    @EachDatabase
    void where_a_street_does_without_points_its_list_waits_and_goes_on_later(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 1, 0));
        shop.give("second", EAST, 100);
        Voucher voucher = soldOut(shop, goods);
        shop.waiting.join(goods.id(), "second");
        shop.cancel(voucher);
        shop.off.add(EAST);
        shop.waiting.serve();
        assertThat(shop.ledger.balance("second").held()).isZero();
        shop.off.clear();
        shop.waiting.serve();
        assertThat(told(shop, "second")).containsExactly("reward-served");
    }

    @EachDatabase
    void a_voucher_is_reminded_of_once_three_days_before_it_lapses(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(DISTRICT, 5, 0));
        Voucher voucher = soldOut(shop, goods);
        reminders(shop).run();
        assertThat(told(shop, "holder")).isEmpty();
        db.clock().moveTo(voucher.expiresAt().minus(Duration.ofDays(3)));
        reminders(shop).run();
        reminders(shop).run();
        assertThat(told(shop, "holder")).containsExactly("voucher-ending");
    }

    @EachDatabase
    void what_was_collected_or_has_lapsed_or_belongs_to_a_street_without_points_is_not_reminded_of(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 5, 0));
        Voucher collected = soldOut(shop, goods);
        shop.vouchers.collect(collected, "counter", Shop.key("counter", null));
        shop.give("other", EAST, 100);
        Voucher open = shop.redeem(goods, "other");
        db.clock().moveTo(open.expiresAt().minus(Duration.ofDays(1)));
        shop.off.add(EAST);
        reminders(shop).run();
        shop.off.clear();
        assertThat(told(shop, "other")).isEmpty();
        db.clock().moveTo(open.expiresAt());
        reminders(shop).run();
        assertThat(told(shop, "other")).isEmpty();
        assertThat(told(shop, "holder")).isEmpty();
        assertThat(shop.vouchers.find(open.id()).orElseThrow().state()).isEqualTo(VoucherState.HELD);
    }

    @EachDatabase
    void who_waits_for_what_is_called_off_or_over_is_told_and_waits_no_longer(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward withdrawn = shop.offer(Courses.goods(EAST, 1, 0));
        Reward over = shop.offer(Courses.goods(EAST, 1, 0));
        soldOut(shop, withdrawn);
        soldOut(shop, over);
        shop.waiting.join(withdrawn.id(), "second");
        shop.waiting.join(over.id(), "third");
        shop.rewards.withdraw(withdrawn.id(), withdrawn.version());
        shop.waiting.serve();
        assertThat(told(shop, "second")).containsExactly("turn-lost");
        assertThat(told(shop, "third")).isEmpty();
        assertThat(shop.waiting.place(withdrawn.id(), "second")).isEmpty();
        db.clock().moveTo(over.closesAt());
        shop.off.add(EAST);
        shop.waiting.serve();
        assertThat(shop.waiting.place(over.id(), "third")).contains(1L);
        shop.off.clear();
        shop.waiting.serve();
        shop.waiting.serve();
        assertThat(told(shop, "third")).containsExactly("turn-lost");
        assertThat(shop.rewards.find(over.id()).orElseThrow().waiting()).isZero();
        assertThat(Shop.tried(() -> shop.waiting.join(over.id(), "fourth"))).isEqualTo("reward-not-open");
    }

    @EachDatabase
    void nobody_pays_more_than_was_asked_when_they_began_to_wait(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 1, 0));
        List.of("second", "third").forEach(who -> shop.give(who, EAST, 1_000));
        Voucher voucher = soldOut(shop, goods);
        shop.waiting.join(goods.id(), "second");
        Reward dearer =
                shop.rewards.change(goods.id(), goods.version(), Courses.priced(Courses.goods(EAST, 1, 0), 500));
        shop.waiting.join(goods.id(), "third");
        shop.cancel(voucher);
        shop.waiting.serve();
        assertThat(told(shop, "second")).containsExactly("turn-lost");
        assertThat(shop.ledger.balance("second").held()).isZero();
        assertThat(told(shop, "third")).containsExactly("reward-served");
        assertThat(shop.ledger.balance("third").held()).isEqualTo(dearer.price());
    }

    @EachDatabase
    void what_has_become_cheaper_is_had_for_less(TestDatabase db) {
        Shop shop = new Shop(db);
        Reward goods = shop.offer(Courses.goods(EAST, 1, 0));
        shop.give("second", EAST, 100);
        Voucher voucher = soldOut(shop, goods);
        shop.waiting.join(goods.id(), "second");
        shop.rewards.change(goods.id(), goods.version(), Courses.priced(Courses.goods(EAST, 1, 0), 10));
        shop.cancel(voucher);
        shop.waiting.serve();
        assertThat(shop.ledger.balance("second").held()).isEqualTo(10);
    }
}
