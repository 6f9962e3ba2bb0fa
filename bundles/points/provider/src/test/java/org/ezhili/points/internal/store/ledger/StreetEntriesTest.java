package org.ezhili.points.internal.store.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ezhili.points.internal.store.earning.Streets.EAST;
import static org.ezhili.points.internal.store.earning.Streets.WEST;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.Balance;
import org.ezhili.points.internal.domain.ledger.PostingKind;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.store.earning.Streets;
import org.ezhili.points.internal.store.ledger.Statements.Entry;

/** Who spends what several streets gave makes one posting: each street finds it, with its share. */
class StreetEntriesTest {

    private static final int LOTS = 40;

    private static Ledger opened(TestDatabase db) {
        Streets.budget(db, EAST, 100_000);
        Streets.budget(db, WEST, 100_000);
        return Streets.ledger(db);
    }

    private static void earn(TestDatabase db, Ledger ledger, String key, AreaCode street, long amount, int days) {
        LocalDate lapses = Streets.today(db).plusDays(days);
        ledger.post(new Transfer.Earn(key, "lin", street, amount, lapses, "test"));
    }

    private static List<Entry> page(TestDatabase db, AreaCode street) {
        return new StreetEntries(db.database())
                .of(street, PageRequest.of(null, null))
                .items();
    }

    @EachDatabase
    void each_street_has_its_share_of_what_several_gave(TestDatabase db) {
        Ledger ledger = opened(db);
        earn(db, ledger, "e1", EAST, 10, 300);
        earn(db, ledger, "e2", WEST, 7, 30);
        ledger.post(new Transfer.Hold("h1", "lin", Optional.empty(), 12, "test"));
        assertThat(page(db, WEST))
                .extracting(Entry::kind, Entry::amount, Entry::effect, Entry::street)
                .containsExactly(tuple(PostingKind.HOLD, 7L, -7L, WEST), tuple(PostingKind.EARN, 7L, 7L, WEST));
        assertThat(page(db, EAST))
                .extracting(Entry::kind, Entry::amount, Entry::effect, Entry::street)
                .containsExactly(tuple(PostingKind.HOLD, 5L, -5L, EAST), tuple(PostingKind.EARN, 10L, 10L, EAST));
        assertThat(page(db, EAST).get(0).id()).isEqualTo(page(db, WEST).get(0).id());
    }

    @EachDatabase
    void pages_follow_one_another_though_a_posting_may_have_taken_many_lots(TestDatabase db) {
        Ledger ledger = opened(db);
        for (int i = 0; i < LOTS; i++) {
            earn(db, ledger, "e" + i, EAST, 1, 100 + i);
            earn(db, ledger, "w" + i, WEST, 1, 100 + i);
        }
        ledger.post(new Transfer.Hold("h1", "lin", Optional.empty(), 2 * LOTS, "test"));
        ledger.post(new Transfer.Release("b1", "h1", "test"));
        StreetEntries entries = new StreetEntries(db.database());
        List<Entry> all = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Page<Entry> page = entries.of(EAST, new PageRequest(3, next));
            assertThat(page.items()).hasSizeBetween(1, 3);
            all.addAll(page.items());
            next = page.next();
        } while (next.isPresent());
        assertThat(all)
                .extracting(Entry::id)
                .isSortedAccordingTo(Comparator.reverseOrder())
                .doesNotHaveDuplicates()
                .hasSize(LOTS + 2);
        assertThat(all).extracting(Entry::effect).startsWith((long) LOTS, (long) -LOTS, 1L);
    }

    @EachDatabase
    void what_paid_a_debt_as_it_came_is_given_and_nobody_can_spend_it(TestDatabase db) {
        Ledger ledger = opened(db);
        earn(db, ledger, "e1", EAST, 10, 300);
        ledger.post(new Transfer.Hold("h1", "lin", Optional.empty(), 10, "test"));
        ledger.post(new Transfer.Redeem("r1", "h1", "test"));
        ledger.post(new Transfer.Reverse("v1", "e1", "test"));
        earn(db, ledger, "e2", WEST, 15, 300);
        assertThat(ledger.balance("lin")).isEqualTo(new Balance(5, 0, 0));
        assertThat(page(db, WEST)).extracting(Entry::amount, Entry::effect).containsExactly(tuple(15L, 5L));
    }

    @EachDatabase
    void a_street_that_gave_nothing_has_none(TestDatabase db) {
        Ledger ledger = opened(db);
        earn(db, ledger, "e1", EAST, 10, 300);
        assertThat(page(db, WEST)).isEmpty();
    }
}
