package org.ezhili.points.internal.past;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.persistence.Once;
import org.ezhili.points.PastVolunteering;
import org.ezhili.points.StreetPast;
import org.ezhili.points.internal.domain.earning.Rule;
import org.ezhili.points.internal.domain.earning.RuleBook;
import org.ezhili.points.internal.store.activities.Counting;
import org.ezhili.points.internal.store.earning.Budgets;
import org.ezhili.points.internal.store.earning.RuleBooks;

/** Takes streets' pasts over by the stores that keep what is live; nothing is written past them. */
public final class Takeover implements PastVolunteering {

    private final RuleBooks books;
    private final Budgets budgets;
    private final PastActivities activities;
    private final Counting counting;
    private final PastRewards rewards;
    private final Clock clock;
    private final ZoneId zone;

    Takeover(
            RuleBooks books,
            Budgets budgets,
            PastActivities activities,
            Counting counting,
            PastRewards rewards,
            Clock clock,
            ZoneId zone) {
        this.books = books;
        this.budgets = budgets;
        this.activities = activities;
        this.counting = counting;
        this.rewards = rewards;
        this.clock = clock;
        this.zone = zone;
    }

    @Override
    public int load(StreetPast past) {
        if (books.of(past.street()).isEmpty()) {
            open(past.street(), past.rules());
        }
        past.volunteers().forEach(volunteer -> activities.add(past.street(), volunteer));
        long added = past.activities().stream().filter(activities::add).count();
        counting.run();
        return (int) (added + past.rewards().stream().filter(rewards::add).count());
    }

    private void open(AreaCode street, StreetPast.Rules rules) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        budgets.set(street, LocalDate.ofInstant(now, zone).getYear(), rules.budget(), rules.by(), now);
        books.publish(
                new RuleBook(
                        street,
                        0,
                        rules.from(),
                        rules.lifeMonths(),
                        rules.dailyCap(),
                        rules.monthlyCap(),
                        rules.rules().stream()
                                .map(rule -> new Rule(rule.kind(), rule.category(), rule.points(), rule.per(), 0, 0))
                                .toList()),
                rules.by(),
                now);
    }

    static IdempotencyKey key(String reference, Object content) {
        return IdempotencyKey.of("points.past", "past", reference, content);
    }

    static long made(Once once) {
        if (once instanceof Once.Done done) {
            return Long.parseLong(done.answer());
        }
        throw new IllegalArgumentException("a reference stands for something else already: " + once);
    }
}
