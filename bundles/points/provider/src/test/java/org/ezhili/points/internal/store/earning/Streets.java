package org.ezhili.points.internal.store.earning;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.internal.domain.earning.Rule;
import org.ezhili.points.internal.domain.earning.RuleBook;
import org.ezhili.points.internal.store.ledger.Ledger;

/** Streets that give points. */
public final class Streets {

    public static final AreaCode EAST = AreaCode.of("340603002");
    public static final AreaCode WEST = AreaCode.of("340603003");
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Streets() {}

    public static Ledger ledger(TestDatabase db) {
        return new Ledger(db.database(), db.ids(), db.clock(), ZONE);
    }

    /** A budget of a million, ten points for an hour of service and for everything else, good for a year, no caps. */
    public static void open(TestDatabase db, AreaCode street) {
        budget(db, street, 1_000_000);
        List<Rule> rules = Stream.of(OccasionKind.values())
                .map(kind -> new Rule(kind, "", 10, kind == OccasionKind.SERVICE ? 60 : 1, 0, 0))
                .toList();
        publish(db, new RuleBook(street, 0, today(db).minusYears(1), 12, 0, 0, rules));
    }

    public static void budget(TestDatabase db, AreaCode street, long amount) {
        new Budgets(db.database())
                .set(
                        street,
                        today(db).getYear(),
                        amount,
                        "street.east",
                        db.clock().instant());
    }

    public static RuleBook publish(TestDatabase db, RuleBook book) {
        return new RuleBooks(db.database())
                .publish(book, "street.east", db.clock().instant());
    }

    public static LocalDate today(TestDatabase db) {
        return LocalDate.ofInstant(db.clock().instant(), ZONE);
    }
}
