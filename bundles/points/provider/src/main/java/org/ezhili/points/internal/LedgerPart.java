package org.ezhili.points.internal;

import static org.ezhili.platform.security.Role.DISTRICT;
import static org.ezhili.platform.security.Role.STREET;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.ezhili.platform.module.Job;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.security.Role;
import org.ezhili.points.Points;
import org.ezhili.points.internal.desk.Scope;
import org.ezhili.points.internal.rest.ledger.AccountResource;
import org.ezhili.points.internal.rest.ledger.EntriesResource;
import org.ezhili.points.internal.rest.ledger.FairnessResource;
import org.ezhili.points.internal.rest.ledger.OccasionsResource;
import org.ezhili.points.internal.rest.ledger.RulesResource;
import org.ezhili.points.internal.rest.ledger.StreetBooks;
import org.ezhili.points.internal.rest.ledger.StreetResource;
import org.ezhili.points.internal.store.earning.Budgets;
import org.ezhili.points.internal.store.earning.Occasions;
import org.ezhili.points.internal.store.earning.RuleBooks;
import org.ezhili.points.internal.store.earning.Sightings;
import org.ezhili.points.internal.store.ledger.Flows;
import org.ezhili.points.internal.store.ledger.Lapses;
import org.ezhili.points.internal.store.ledger.Statements;
import org.ezhili.points.internal.store.ledger.StreetEntries;

/** The ledger and the rules by which points come into it. */
final class LedgerPart {

    private LedgerPart() {}

    static Part of(Ground ground) {
        Scope scope = new Scope(ground.audit(), ground.places(), ground.switched());
        RuleBooks rules = new RuleBooks(ground.database());
        Budgets budgets = new Budgets(ground.database());
        Flows flows = new Flows(ground.database(), ground.ids());
        Statements statements = new Statements(ground.database(), ground.zone());
        StreetBooks books = new StreetBooks(flows);
        Lapses lapses = new Lapses(
                ground.database(),
                ground.ledger(),
                ground.inbox(),
                ground.switched()::offStreets,
                ground.clock(),
                ground.zone());
        Sightings sightings = new Sightings(
                ground.database(), ground.earnings(), ground.switched()::isOn, account -> isResident(ground, account));
        return new Part(
                List.of(
                        Permission.of("points.govern", "制定积分规则与预算", "Set earning rules and budgets", STREET, DISTRICT),
                        Permission.of("points.ledger", "查看积分总账", "See the ledger", STREET, DISTRICT),
                        Permission.of(
                                "points.award", "登记建议采纳与共建贡献", "Enter adopted suggestions and contributions", STREET)),
                List.of(
                        new AccountResource(
                                ground.ledger(),
                                statements,
                                ground.switched(),
                                ground.places(),
                                ground.clock(),
                                ground.zone()),
                        new StreetResource(books, budgets, scope, ground.places(), ground.audit(), ground.clock()),
                        new EntriesResource(
                                new StreetEntries(ground.database()),
                                statements,
                                ground.earnings(),
                                scope,
                                ground.accounts(),
                                ground.audit()),
                        new RulesResource(
                                rules,
                                new Occasions(ground.database()),
                                scope,
                                ground.audit(),
                                ground.clock(),
                                ground.zone()),
                        new OccasionsResource(
                                ground.earnings(),
                                scope,
                                ground.accounts(),
                                ground.audit(),
                                ground.ids(),
                                ground.clock()),
                        new FairnessResource(
                                books,
                                budgets,
                                rules,
                                ground.places(),
                                ground.switched(),
                                scope,
                                ground.clock(),
                                ground.zone())),
                List.of(
                        new Job("fold-tallies", Duration.ofSeconds(30), flows::fold),
                        new Job("lapse", Duration.ofMinutes(30), lapses::run),
                        new Job("tell-of-lapses", Duration.ofHours(6), lapses::tell)),
                sightings.subscriptions(),
                Map.of(Points.class, ground.earnings()));
    }

    private static boolean isResident(Ground ground, String account) {
        return ground.accounts()
                .find(account)
                .filter(found -> found.grants().stream().anyMatch(grant -> grant.role() == Role.RESIDENT))
                .isPresent();
    }
}
