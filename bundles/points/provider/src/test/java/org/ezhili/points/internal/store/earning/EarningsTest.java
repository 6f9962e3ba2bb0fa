package org.ezhili.points.internal.store.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.points.internal.store.earning.Streets.EAST;
import static org.ezhili.points.internal.store.earning.Streets.WEST;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.AwardOutcome;
import org.ezhili.points.AwardOutcome.Awarded;
import org.ezhili.points.AwardOutcome.Nothing;
import org.ezhili.points.AwardOutcome.Reason;
import org.ezhili.points.Balance;
import org.ezhili.points.Occasion;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.internal.domain.earning.DryRun;
import org.ezhili.points.internal.domain.earning.Rule;
import org.ezhili.points.internal.domain.earning.RuleBook;
import org.ezhili.points.internal.domain.ledger.Outcome;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.domain.notices.News;
import org.ezhili.points.internal.domain.notices.Notice;
import org.ezhili.points.internal.domain.notices.NoticeKind;
import org.ezhili.points.internal.store.ledger.Reconciliation;
import org.ezhili.points.internal.store.notices.Inbox;

class EarningsTest {

    private static Earnings earnings(TestDatabase db) {
        return new Earnings(
                db.database(), Streets.ledger(db), inbox(db), area -> true, db.ids(), db.clock(), Streets.ZONE);
    }

    private static Inbox inbox(TestDatabase db) {
        return new Inbox(db.database(), Set::of, db.ids(), db.clock());
    }

    private static List<News> told(TestDatabase db) {
        return inbox(db).of("lin", PageRequest.first(9)).items().stream()
                .map(Notice::news)
                .toList();
    }

    private static Occasion served(TestDatabase db, String who, long minutes, String source) {
        return new Occasion(
                OccasionKind.SERVICE, "care", who, EAST, minutes, db.clock().instant(), source);
    }

    private static void caps(TestDatabase db, long daily, long monthly) {
        Streets.publish(
                db,
                new RuleBook(
                        EAST,
                        0,
                        Streets.today(db),
                        12,
                        daily,
                        monthly,
                        List.of(new Rule(OccasionKind.SERVICE, "", 10, 60, 0, 0))));
    }

    @EachDatabase
    void an_occasion_earns_once_however_often_it_is_told(TestDatabase db) throws Exception {
        Streets.open(db, EAST);
        Earnings earnings = earnings(db);
        ExecutorService pool = Executors.newFixedThreadPool(20);
        try {
            List<Callable<AwardOutcome>> tasks = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                tasks.add(() -> earnings.award(served(db, "lin", 90, "checkin:1")));
            }
            for (Future<AwardOutcome> done : pool.invokeAll(tasks)) {
                assertThat(done.get()).isEqualTo(new Awarded(15));
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(earnings.balance("lin")).isEqualTo(new Balance(15, 0, 0));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void without_rules_or_budget_there_are_no_points_and_it_is_on_record(TestDatabase db) {
        Earnings earnings = earnings(db);
        assertThat(earnings.award(served(db, "lin", 60, "a"))).isEqualTo(new Nothing(Reason.NO_RULE));
        caps(db, 0, 0);
        assertThat(earnings.award(served(db, "lin", 60, "b"))).isEqualTo(new Nothing(Reason.BUDGET));
        Streets.budget(db, EAST, 100);
        assertThat(earnings.award(served(db, "lin", 60, "b"))).isEqualTo(new Nothing(Reason.BUDGET));
        assertThat(earnings.award(served(db, "lin", 60, "c"))).isEqualTo(new Awarded(10));
        assertThat(earnings.award(served(db, "lin", 5, "d"))).isEqualTo(new Nothing(Reason.NO_RULE));
    }

    @EachDatabase
    void caps_hold_by_day_and_by_month_even_for_many_at_once(TestDatabase db) {
        Streets.budget(db, EAST, 10_000);
        caps(db, 25, 40);
        Earnings earnings = earnings(db);
        assertThat(earnings.award(served(db, "lin", 120, "a"))).isEqualTo(new Awarded(20));
        assertThat(earnings.award(served(db, "lin", 120, "b"))).isEqualTo(new Awarded(5));
        assertThat(earnings.award(served(db, "lin", 60, "c"))).isEqualTo(new Nothing(Reason.CAP));
        assertThat(earnings.award(served(db, "chen", 60, "d"))).isEqualTo(new Awarded(10));
        db.clock().forward(Duration.ofDays(1));
        assertThat(earnings.award(served(db, "lin", 120, "e"))).isEqualTo(new Awarded(15));
        db.clock().forward(Duration.ofDays(31));
        assertThat(earnings.award(served(db, "lin", 120, "f"))).isEqualTo(new Awarded(20));
        earnings.withdraw(OccasionKind.SERVICE, "f");
        assertThat(earnings.award(served(db, "lin", 120, "g"))).isEqualTo(new Awarded(20));
    }

    @EachDatabase
    void what_is_withdrawn_stays_withdrawn_even_when_it_is_heard_of_later(TestDatabase db) {
        Streets.open(db, EAST);
        Earnings earnings = earnings(db);
        earnings.award(served(db, "lin", 60, "a"));
        earnings.withdraw(OccasionKind.SERVICE, "a");
        earnings.withdraw(OccasionKind.SERVICE, "a");
        assertThat(earnings.balance("lin")).isEqualTo(new Balance(0, 0, 0));
        assertThat(earnings.award(served(db, "lin", 60, "a"))).isEqualTo(new Nothing(Reason.WITHDRAWN));
        earnings.withdraw(OccasionKind.SERVICE, "b");
        assertThat(earnings.award(served(db, "lin", 60, "b"))).isEqualTo(new Nothing(Reason.WITHDRAWN));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
        assertThat(told(db))
                .containsExactly(new News(NoticeKind.POINTS_WITHDRAWN, EAST, 0, "service", 10, Optional.empty()));
    }

    @EachDatabase
    void what_earned_nothing_is_withdrawn_without_a_word(TestDatabase db) {
        Earnings earnings = earnings(db);
        earnings.award(served(db, "lin", 60, "a"));
        earnings.withdraw(OccasionKind.SERVICE, "a");
        earnings.withdraw(OccasionKind.SERVICE, "never heard of");
        assertThat(told(db)).isEmpty();
    }

    @EachDatabase
    void a_correction_takes_the_points_once_and_says_why(TestDatabase db) throws Exception {
        Streets.open(db, EAST);
        Earnings earnings = earnings(db);
        earnings.award(served(db, "lin", 60, "a"));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Outcome> correction = () -> earnings.correct(7, "earn:service:a", "entered twice");
            for (Future<Outcome> done : pool.invokeAll(Collections.nCopies(8, correction))) {
                assertThat(done.get()).isInstanceOf(Outcome.Posted.class);
            }
        } finally {
            pool.shutdownNow();
        }
        assertThat(earnings.balance("lin")).isEqualTo(new Balance(0, 0, 0));
        assertThat(told(db))
                .containsExactly(new News(
                        NoticeKind.POINTS_WITHDRAWN, EAST, 0, "service", 10, Optional.empty(), "entered twice"));
        assertThat(earnings.correct(8, "earn:service:a", "once more")).isInstanceOf(Outcome.Refused.class);
        assertThat(earnings.correct(9, "earn:service:b", "there is none")).isInstanceOf(Outcome.Refused.class);
        assertThat(earnings.correct(9, "earn:x", "no key of ours")).isInstanceOf(Outcome.Refused.class);
        assertThat(told(db)).hasSize(1);
    }

    @EachDatabase
    void what_was_corrected_counts_towards_no_cap_and_never_earns_again(TestDatabase db) {
        Streets.budget(db, EAST, 10_000);
        caps(db, 20, 40);
        Earnings earnings = earnings(db);
        assertThat(earnings.award(served(db, "lin", 120, "a"))).isEqualTo(new Awarded(20));
        assertThat(earnings.award(served(db, "lin", 120, "b"))).isEqualTo(new Nothing(Reason.CAP));
        earnings.correct(7, "earn:service:a", "entered twice");
        assertThat(earnings.award(served(db, "lin", 120, "c"))).isEqualTo(new Awarded(20));
        assertThat(earnings.award(served(db, "lin", 120, "a"))).isEqualTo(new Nothing(Reason.WITHDRAWN));
        earnings.withdraw(OccasionKind.SERVICE, "a");
        assertThat(earnings.balance("lin")).isEqualTo(new Balance(20, 0, 0));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void points_that_a_correction_gives_back_are_not_told_as_taken(TestDatabase db) {
        Streets.open(db, EAST);
        Earnings earnings = earnings(db);
        earnings.award(served(db, "lin", 60, "a"));
        Streets.ledger(db).post(new Transfer.Hold("hold:v", "lin", Optional.empty(), 10, "v"));
        assertThat(earnings.correct(7, "hold:v", "not meant")).isInstanceOf(Outcome.Posted.class);
        assertThat(earnings.balance("lin")).isEqualTo(new Balance(10, 0, 0));
        assertThat(told(db)).isEmpty();
    }

    @EachDatabase
    void an_award_belongs_to_the_transaction_that_makes_it(TestDatabase db) {
        Streets.open(db, EAST);
        Earnings earnings = earnings(db);
        try {
            db.database().write(work -> {
                earnings.award(work, served(db, "lin", 60, "a"));
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException thrown) {
            assertThat(thrown).hasMessage("no");
        }
        assertThat(earnings.award(served(db, "lin", 60, "a"))).isEqualTo(new Awarded(10));
    }

    @EachDatabase
    void the_rules_of_the_day_count_whatever_was_published_since(TestDatabase db) {
        Streets.open(db, EAST);
        Earnings earnings = earnings(db);
        Occasion early = served(db, "lin", 60, "early");
        db.clock().forward(Duration.ofDays(2));
        caps(db, 3, 0);
        assertThat(earnings.award(early)).isEqualTo(new Awarded(10));
        assertThat(earnings.award(served(db, "lin", 60, "late"))).isEqualTo(new Awarded(3));
        assertThat(new RuleBooks(db.database()).of(EAST))
                .extracting(RuleBook::version)
                .containsExactly(2, 1);
    }

    @EachDatabase
    void a_dry_run_says_what_other_rules_would_have_given(TestDatabase db) {
        Streets.open(db, EAST);
        Streets.open(db, WEST);
        Earnings earnings = earnings(db);
        LocalDate from = Streets.today(db);
        for (int i = 0; i < 5; i++) {
            earnings.award(served(db, "lin", 60, "s" + i));
        }
        earnings.award(served(db, "lin", 60, "gone"));
        earnings.withdraw(OccasionKind.SERVICE, "gone");
        earnings.award(new Occasion(
                OccasionKind.SUGGESTION, "", "lin", WEST, 1, db.clock().instant(), "elsewhere"));
        RuleBook other =
                new RuleBook(EAST, 0, from, 12, 50, 0, List.of(new Rule(OccasionKind.SERVICE, "care", 20, 60, 0, 0)));
        assertThat(new Occasions(db.database()).dryRun(other, from, from.plusDays(1)))
                .isEqualTo(Map.of(OccasionKind.SERVICE, new DryRun.Line(5, 50, 50, 2)));
        assertThat(new Occasions(db.database()).dryRun(other, from.plusDays(1), from.plusDays(9)))
                .isEmpty();
    }

    @EachDatabase
    void a_dry_run_that_begins_within_a_month_knows_what_was_earned_in_it_before(TestDatabase db) {
        Streets.open(db, EAST);
        Earnings earnings = earnings(db);
        earnings.award(served(db, "lin", 60, "before"));
        db.clock().forward(java.time.Duration.ofDays(2));
        LocalDate from = Streets.today(db);
        earnings.award(served(db, "lin", 60, "within"));
        RuleBook capped =
                new RuleBook(EAST, 0, from, 12, 0, 10, List.of(new Rule(OccasionKind.SERVICE, "", 10, 60, 0, 0)));
        assertThat(new Occasions(db.database()).dryRun(capped, from, from.plusDays(1)))
                .isEqualTo(Map.of(OccasionKind.SERVICE, new DryRun.Line(1, 10, 0, 1)));
    }

    @EachDatabase
    void who_is_forgotten_leaves_a_ledger_that_is_true(TestDatabase db) {
        Streets.open(db, EAST);
        Earnings earnings = earnings(db);
        earnings.award(served(db, "lin", 60, "a"));
        earnings.award(served(db, "lin", 60, "b"));
        db.database().write(work -> {
            earnings.forget(work, "lin");
            earnings.forget(work, "nobody");
            return true;
        });
        assertThat(earnings.balance("lin")).isEqualTo(new Balance(0, 0, 0));
        earnings.withdraw(OccasionKind.SERVICE, "a");
        assertThat(earnings.award(served(db, "lin", 60, "b"))).isEqualTo(new Awarded(10));
        assertThat(earnings.award(served(db, "lin", 60, "c"))).isEqualTo(new Awarded(10));
        assertThat(earnings.balance("lin")).isEqualTo(new Balance(10, 0, 0));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
        List<?> left = db.database()
                .read(em -> em.createNativeQuery("SELECT id FROM points.occasion WHERE owner = 'lin'")
                        .getResultList());
        assertThat(left).hasSize(1);
    }

    @EachDatabase
    void a_debt_is_told_with_the_withdrawal(TestDatabase db) {
        Streets.open(db, EAST);
        Earnings earnings = earnings(db);
        earnings.award(served(db, "lin", 60, "a"));
        Streets.ledger(db).post(new Transfer.Hold("h", "lin", Optional.of(EAST), 7, "test"));
        earnings.withdraw(OccasionKind.SERVICE, "a");
        assertThat(earnings.balance("lin")).isEqualTo(new Balance(0, 7, 7));
        assertThat(withdrawn(db)).singleElement().asString().contains("\"debt\":7");
    }

    private static List<?> withdrawn(TestDatabase db) {
        return db.database()
                .read(em -> em.createNativeQuery("SELECT payload FROM platform.outbox WHERE type LIKE '%Withdrawn'")
                        .getResultList());
    }

    @EachDatabase
    void who_listens_hears_of_a_correction_as_of_any_withdrawal(TestDatabase db) {
        Streets.open(db, EAST);
        Earnings earnings = earnings(db);
        earnings.award(served(db, "lin", 60, "a"));
        Streets.ledger(db).post(new Transfer.Hold("h", "lin", Optional.of(EAST), 7, "test"));
        earnings.correct(7, "earn:service:a", "entered twice");
        earnings.correct(7, "earn:service:a", "entered twice");
        assertThat(withdrawn(db))
                .singleElement()
                .asString()
                .contains("\"points\":10", "\"debt\":7", "\"source\":\"a\"");
        earnings.correct(8, "h", "not meant");
        assertThat(withdrawn(db)).hasSize(1);
    }
}
