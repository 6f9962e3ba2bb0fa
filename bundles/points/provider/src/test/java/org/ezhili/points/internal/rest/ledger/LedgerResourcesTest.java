package org.ezhili.points.internal.rest.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.ws.rs.core.Response;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.module.Job;
import org.ezhili.points.Balance;
import org.ezhili.points.internal.District;
import org.ezhili.points.internal.domain.ledger.Outcome;
import org.ezhili.points.internal.domain.ledger.Transfer;
import org.ezhili.points.internal.rest.ledger.RuleBookJson.RuleJson;
import org.ezhili.points.internal.store.earning.Streets;
import org.ezhili.points.internal.store.ledger.Ledger;
import org.ezhili.points.internal.store.ledger.Reconciliation;

/** The ledger's doors, as the gateway opens them. */
class LedgerResourcesTest {

    private static final String EAST = "340603002";
    private static final String WEST = "340603003";

    private static RuleBookJson rules(String from, RuleJson... rules) {
        return new RuleBookJson(null, from, 12, 0, 0, List.of(rules));
    }

    private static RuleJson suggestion(long points) {
        return new RuleJson("suggestion", null, points, 1, 0, 0);
    }

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

    /** East gives twenty points for a suggestion and has a budget of a hundred. */
    private static District opened(TestDatabase db) {
        District district = new District(db);
        district.resource(StreetResource.class)
                .setBudget(district.caller("street.east"), EAST, "2026", new NewBudgetJson(100L));
        district.resource(RulesResource.class)
                .publish(district.caller("street.east"), EAST, rules("2026-03-02", suggestion(20)));
        return district;
    }

    private static AwardJson award(District district, String who, String key, String owner) {
        return district.resource(OccasionsResource.class)
                .award(district.caller(who), EAST, key, new NewOccasionJson("suggestion", owner, null, 1));
    }

    @EachDatabase
    void a_suggestion_is_worth_what_the_street_says_and_the_resident_sees_it(TestDatabase db) {
        District district = opened(db);
        assertThat(award(district, "street.east", "k1", "resident")).isEqualTo(new AwardJson(20, null));
        assertThat(award(district, "street.east", "k1", "resident")).isEqualTo(new AwardJson(20, null));
        AccountResource account = district.resource(AccountResource.class);
        AccountJson mine = account.account(district.caller("resident"));
        assertThat(mine.available()).isEqualTo(20);
        assertThat(mine.lots()).containsExactly(new AccountJson.LotJson(EAST, "area " + EAST, 20, 20, "2027-03-02"));
        Streets.ledger(db).post(new Transfer.Hold("h1", "resident", Optional.empty(), 15, "voucher:1"));
        assertThat(account.statement(district.caller("resident"), "2026-03"))
                .isEqualTo(new StatementJson("2026-03", 0, 5, Map.of("earn", 20L, "hold", -15L)));
        assertThat(account.entries(district.caller("resident"), null, null, null)
                        .items())
                .extracting(EntryJson::kind, EntryJson::points)
                .containsExactly(tuple("earn", 20L), tuple("hold", -15L));
        db.clock().forward(Duration.ofDays(31));
        assertThat(account.statement(district.caller("resident"), "2026-04"))
                .isEqualTo(new StatementJson("2026-04", 5, 5, Map.of()));
        assertThat(account.statement(district.caller("resident"), "2026-02"))
                .isEqualTo(new StatementJson("2026-02", 0, 0, Map.of()));
        assertThat(account.account(district.caller("neighbour"))).isEqualTo(new AccountJson(0, 0, 0, List.of()));
    }

    @EachDatabase
    void a_month_is_on_paper_in_both_languages(TestDatabase db) throws Exception {
        District district = opened(db);
        award(district, "street.east", "k1", "resident");
        AccountResource account = district.resource(AccountResource.class);
        String chinese = paper(account.paper(district.caller("resident"), Locale.SIMPLIFIED_CHINESE, "2026-03"));
        assertThat(chinese)
                .contains("积分对账单 2026-03", "name of resident", "area " + EAST, "获得", "+20", "建议采纳")
                .doesNotContain("suggestion:");
        String english = paper(account.paper(district.caller("neighbour"), Locale.ENGLISH, "2026-02"));
        assertThat(english).contains("Statement of points 2026-02", "Nothing moved this month.");
        fault(() -> account.paper(district.caller("resident"), Locale.ENGLISH, "2026-00"), "month", "month");
        district.offStreets.add(EAST);
        refused(() -> account.paper(district.caller("worker"), Locale.ENGLISH, "2026-03"), 403, "module-off");
    }

    private static String paper(Response response) throws IOException {
        assertThat(response.getHeaderString("Content-Disposition")).startsWith("attachment; filename=\"points-2026-");
        return new PdfTextExtractor(new PdfReader((byte[]) response.getEntity())).getTextFromPage(1);
    }

    @EachDatabase
    void the_street_sees_its_ledger_and_corrects_an_entry_once(TestDatabase db) {
        District district = opened(db);
        award(district, "street.east", "k1", "resident");
        StreetResource street = district.resource(StreetResource.class);
        EntriesResource entries = district.resource(EntriesResource.class);
        EntryJson entry = entries.of(district.caller("street.east"), EAST, null, null)
                .items()
                .get(0);
        assertThat(entry.ownerName()).isEqualTo("name of resident");
        assertThat(street.ledger(district.caller("district"), EAST).given()).isEqualTo(20);
        CorrectionJson why = new CorrectionJson("entered for the wrong person");
        assertThat(entries.reverse(district.caller("street.east"), EAST, entry.id(), why))
                .isEqualTo(new AwardJson(20, null));
        assertThat(entries.reverse(district.caller("street.east"), EAST, entry.id(), why))
                .isEqualTo(new AwardJson(20, null));
        EntryJson correction = entries.of(district.caller("street.east"), EAST, 1, null)
                .items()
                .get(0);
        assertThat(correction.kind()).isEqualTo("reverse");
        refused(
                () -> entries.reverse(district.caller("street.east"), EAST, correction.id(), why),
                409,
                "posting-final");
        refused(() -> entries.reverse(district.caller("street.east"), EAST, "17", why), 404, "not-found");
        refused(() -> entries.reverse(district.caller("district"), WEST, entry.id(), why), 404, "not-found");
        assertThat(street.budgets(district.caller("street.east"), EAST).items())
                .containsExactly(new BudgetJson(2026, 100, 0, 100));
        assertThat(street.ledger(district.caller("street.east"), EAST).given()).isZero();
    }

    @EachDatabase
    void what_is_held_for_a_voucher_is_given_back_with_the_voucher_and_by_no_correction(TestDatabase db) {
        District district = opened(db);
        award(district, "street.east", "k1", "resident");
        Outcome held = Streets.ledger(db).post(new Transfer.Hold("h1", "resident", Optional.empty(), 15, "voucher:1"));
        String posting = String.valueOf(((Outcome.Posted) held).posting());
        EntriesResource entries = district.resource(EntriesResource.class);
        CorrectionJson why = new CorrectionJson("not meant");
        for (String who : List.of("street.east", "district")) {
            refused(() -> entries.reverse(district.caller(who), EAST, posting, why), 409, "posting-final");
        }
        assertThat(Streets.ledger(db).balance("resident")).isEqualTo(new Balance(5, 15, 0));
    }

    @EachDatabase
    void what_several_streets_gave_is_corrected_by_who_may_act_for_all_of_them(TestDatabase db) {
        District district = opened(db);
        Streets.open(db, AreaCode.of(WEST));
        award(district, "street.east", "k1", "resident");
        Ledger ledger = Streets.ledger(db);
        ledger.post(new Transfer.Earn(
                "e2", "resident", AreaCode.of(WEST), 50, Streets.today(db).plusYears(2), "gift"));
        ledger.post(new Transfer.Hold("h1", "resident", Optional.empty(), 60, "voucher:1"));
        String posting =
                String.valueOf(((Outcome.Posted) ledger.post(new Transfer.Redeem("r1", "h1", "voucher:1"))).posting());
        EntriesResource entries = district.resource(EntriesResource.class);
        CorrectionJson why = new CorrectionJson("broken on delivery");
        assertThat(entries.of(district.caller("street.west"), WEST, 1, null).items())
                .extracting(EntryJson::id, EntryJson::kind, EntryJson::street, EntryJson::amount)
                .containsExactly(tuple(posting, "redeem", WEST, 40L));
        refused(() -> entries.reverse(district.caller("street.east"), EAST, posting, why), 409, "posting-shared");
        assertThat(ledger.balance("resident")).isEqualTo(new Balance(10, 0, 0));
        assertThat(entries.reverse(district.caller("district"), WEST, posting, why))
                .isEqualTo(new AwardJson(60, null));
        assertThat(ledger.balance("resident")).isEqualTo(new Balance(70, 0, 0));
    }

    @EachDatabase
    void a_budget_counts_what_was_taken_back_before_it_was_set(TestDatabase db) {
        District district = opened(db);
        award(district, "street.east", "k1", "resident");
        Ledger ledger = Streets.ledger(db);
        db.clock().forward(Duration.ofDays(330));
        StreetResource street = district.resource(StreetResource.class);
        EntriesResource entries = district.resource(EntriesResource.class);
        EntryJson entry = entries.of(district.caller("street.east"), EAST, null, null)
                .items()
                .get(0);
        entries.reverse(district.caller("street.east"), EAST, entry.id(), new CorrectionJson("of last year"));
        assertThat(street.setBudget(district.caller("street.east"), EAST, "2027", new NewBudgetJson(100L)))
                .isEqualTo(new BudgetJson(2027, 100, -20, 120));
        assertThat(street.setBudget(district.caller("street.east"), EAST, "2027", new NewBudgetJson(200L)))
                .isEqualTo(new BudgetJson(2027, 200, -20, 220));
        assertThat(ledger.balance("resident")).isEqualTo(new Balance(0, 0, 0));
        assertThat(new Reconciliation(db.database()).run()).isEmpty();
    }

    @EachDatabase
    void what_the_budget_does_not_hold_is_not_given(TestDatabase db) {
        District district = opened(db);
        for (int i = 0; i < 5; i++) {
            assertThat(award(district, "street.east", "k" + i, "resident").points())
                    .isEqualTo(20);
        }
        assertThat(award(district, "street.east", "k6", "resident")).isEqualTo(new AwardJson(0, "budget"));
        FairnessJson fairness = district.resource(FairnessResource.class).street(EAST);
        assertThat(fairness.given()).isEqualTo(100);
        assertThat(fairness.inHands()).isEqualTo(100);
        assertThat(fairness.budget()).isEqualTo(new BudgetJson(2026, 100, 100, 0));
        assertThat(district.resource(FairnessResource.class).streets("340603").items())
                .extracting(FairnessJson::street)
                .containsExactly(EAST, WEST);
        assertThat(district.resource(FairnessResource.class).streets(null).items())
                .extracting(FairnessJson::street)
                .containsExactly(EAST);
        district.offStreets.add(EAST);
        assertThat(district.resource(FairnessResource.class).streets(null).items())
                .isEmpty();
    }

    @EachDatabase
    void nobody_governs_or_reads_another_street_and_the_attempt_is_on_record(TestDatabase db) {
        District district = opened(db);
        StreetResource street = district.resource(StreetResource.class);
        EntriesResource entries = district.resource(EntriesResource.class);
        refused(() -> street.ledger(district.caller("street.west"), EAST), 404, "not-found");
        refused(() -> entries.of(district.caller("street.west"), EAST, null, null), 404, "not-found");
        refused(() -> street.budgets(district.caller("street.west"), EAST), 404, "not-found");
        refused(
                () -> street.setBudget(district.caller("street.west"), EAST, "2026", new NewBudgetJson(1L)),
                404,
                "not-found");
        refused(
                () -> district.resource(RulesResource.class)
                        .publish(district.caller("street.west"), EAST, rules("2026-03-02")),
                404,
                "not-found");
        refused(
                () -> district.resource(OccasionsResource.class)
                        .award(
                                district.caller("street.east"),
                                WEST,
                                null,
                                new NewOccasionJson("suggestion", "resident", null, 1)),
                404,
                "not-found");
        assertThat(district.audited)
                .filteredOn(line -> line.endsWith("foreign-area"))
                .hasSize(6);
        refused(() -> street.ledger(district.caller("district"), "340603009"), 404, "not-found");
        refused(() -> street.ledger(district.caller("district"), "34060300"), 404, "not-found");
        refused(() -> street.ledger(district.caller("district"), "340603"), 404, "not-found");
    }

    @EachDatabase
    void where_points_are_off_nothing_of_them_is_seen(TestDatabase db) {
        District district = opened(db);
        district.offStreets.add(EAST);
        refused(() -> award(district, "street.east", "k", "resident"), 403, "module-off");
        refused(
                () -> district.resource(StreetResource.class).ledger(district.caller("street.east"), EAST),
                403,
                "module-off");
        refused(() -> district.resource(FairnessResource.class).street(EAST), 403, "module-off");
        refused(() -> district.resource(RulesResource.class).versions(EAST), 403, "module-off");
        refused(
                () -> district.resource(AccountResource.class).account(district.caller("community")),
                403,
                "module-off");
        assertThat(district.resource(FairnessResource.class).streets("340603").items())
                .extracting(FairnessJson::street)
                .containsExactly(WEST);
        assertThat(district.resource(AccountResource.class)
                        .account(district.caller("resident"))
                        .available())
                .isZero();
    }

    @EachDatabase
    void rules_are_kept_by_version_and_tried_before_they_count(TestDatabase db) {
        District district = opened(db);
        RulesResource resource = district.resource(RulesResource.class);
        award(district, "street.east", "k1", "resident");
        db.clock().forward(Duration.ofDays(1));
        DryRunJson run = resource.dryRun(district.caller("street.east"), EAST, rules("2026-03-03", suggestion(5)));
        assertThat(run.given()).isEqualTo(20);
        assertThat(run.would()).isEqualTo(5);
        assertThat(run.from()).isEqualTo("2025-12-03");
        for (int time = 0; time < 2; time++) {
            assertThat(resource.publish(district.caller("street.east"), EAST, rules("2026-03-05", suggestion(5)))
                            .getStatus())
                    .isEqualTo(201);
        }
        assertThat(resource.versions(EAST).items())
                .extracting(RuleBookJson::version, RuleBookJson::effectiveFrom)
                .containsExactly(tuple(2, "2026-03-05"), tuple(1, "2026-03-02"));
        assertThat(award(district, "street.east", "k2", "resident").points()).isEqualTo(20);
        db.clock().forward(Duration.ofDays(2));
        assertThat(award(district, "street.east", "k3", "resident").points()).isEqualTo(5);
    }

    @EachDatabase
    void rules_that_mean_nothing_are_refused_by_field(TestDatabase db) {
        District district = opened(db);
        RulesResource resource = district.resource(RulesResource.class);
        fault(
                () -> resource.publish(district.caller("street.east"), EAST, rules("2026-03-01", suggestion(1))),
                "effectiveFrom",
                "past");
        fault(
                () -> resource.publish(district.caller("street.east"), EAST, rules("2026-02-30")),
                "effectiveFrom",
                "day");
        fault(
                () -> resource.publish(district.caller("street.east"), EAST, rules("2199-02-30")),
                "effectiveFrom",
                "day");
        fault(
                () -> resource.publish(
                        district.caller("street.east"), EAST, rules("2026-03-02", suggestion(1), suggestion(2))),
                "rules[1].category",
                "twice");
        fault(
                () -> resource.publish(
                        district.caller("street.east"),
                        EAST,
                        rules("2026-03-02", new RuleJson("singing", null, 1, 1, 0, 0))),
                "rules[0].kind",
                "unknown-value");
        fault(
                () -> resource.publish(
                        district.caller("street.east"), EAST, new RuleBookJson(3, "2026-03-02", 12, 0, 0, List.of())),
                "version",
                "not-wanted");
        fault(
                () -> district.resource(AccountResource.class).statement(district.caller("resident"), "2026-13"),
                "month",
                "month");
        fault(
                () -> district.resource(AccountResource.class)
                        .entries(district.caller("resident"), "2026-03", null, "x"),
                "cursor",
                "cursor");
        fault(
                () -> district.resource(StreetResource.class)
                        .setBudget(district.caller("street.east"), EAST, "1999", new NewBudgetJson(1L)),
                "year",
                "year");
        fault(() -> district.resource(FairnessResource.class).streets("x"), "area", "area-code");
    }

    @EachDatabase
    void nobody_awards_themselves_and_nobody_who_is_not_there(TestDatabase db) {
        District district = opened(db);
        refused(() -> award(district, "street.east", "k", "street.east"), 403, "own-award");
        refused(() -> award(district, "street.east", "k", "ghost"), 422, "unknown-owner");
        award(district, "street.east", "k", "resident");
        refused(() -> award(district, "street.east", "k", "neighbour"), 422, "idempotency-key-reused");
    }

    @EachDatabase
    void without_the_grid_streets_are_away_for_a_moment_and_own_points_are_there(TestDatabase db) {
        District district = opened(db);
        award(district, "street.east", "k", "resident");
        district.withoutGrid();
        refused(() -> district.resource(FairnessResource.class).street(EAST), 503, "module-away");
        assertThat(district.resource(AccountResource.class)
                        .account(district.caller("resident"))
                        .lots())
                .extracting(AccountJson.LotJson::streetName)
                .containsExactly(EAST);
    }

    @EachDatabase
    void jobs_may_run_at_any_moment(TestDatabase db) {
        District district = opened(db);
        award(district, "street.east", "k1", "resident");
        award(district, "street.east", "k2", "neighbour");
        LedgerJson before = district.resource(StreetResource.class).ledger(district.caller("street.east"), EAST);
        district.module().jobs().stream().map(Job::work).forEach(Runnable::run);
        assertThat(district.resource(StreetResource.class).ledger(district.caller("street.east"), EAST))
                .isEqualTo(before);
        assertThat(district.module().health().well()).isTrue();
    }
}
