package org.ezhili.points.internal.rest.ledger;

import java.util.List;
import java.util.stream.Stream;
import javax.validation.Valid;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.internal.domain.earning.Rule;
import org.ezhili.points.internal.domain.earning.RuleBook;
import org.ezhili.points.internal.rest.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A street's rules. Caps are points; 0 is no cap.
 *
 * @param version only in answers
 * @param effectiveFrom first day on which they count
 * @param lifeMonths how long points are good
 */
public record RuleBookJson(
        @Nullable Integer version,
        @NotNull @Size(max = 10) String effectiveFrom,
        @Min(1) @Max(120) int lifeMonths,
        @Min(0) @Max(MOST) long dailyCap,
        @Min(0) @Max(MOST) long monthlyCap,
        @NotNull @Size(max = 200) List<@NotNull @Valid RuleJson> rules) {

    static final long MOST = 1_000_000;

    /** One rule: so many points for each {@code per} minutes of service, or for each {@code per} of everything else. */
    public record RuleJson(
            @NotNull @Size(max = 20) String kind,

            @Nullable @Size(max = 40) @Pattern(regexp = Texts.PLAIN)
            String category,

            @Min(0) @Max(MOST) long points,
            @Min(1) @Max(MOST) long per,
            @Min(0) @Max(MOST) long dailyCap,
            @Min(0) @Max(MOST) long monthlyCap) {}

    static RuleBookJson from(RuleBook book) {
        return new RuleBookJson(
                book.version(),
                book.effectiveFrom().toString(),
                book.lifeMonths(),
                book.dailyCap(),
                book.monthlyCap(),
                book.rules().stream()
                        .map(rule -> new RuleJson(
                                rule.kind().word(),
                                rule.category(),
                                rule.points(),
                                rule.per(),
                                rule.dailyCap(),
                                rule.monthlyCap()))
                        .toList());
    }

    RuleBook toDomain(AreaCode street) {
        if (version != null) {
            throw ProblemException.field("version", "not-wanted");
        }
        List<Rule> all = Stream.iterate(0, i -> i < rules.size(), i -> i + 1)
                .map(this::rule)
                .toList();
        for (int i = 0; i < all.size(); i++) {
            Rule rule = all.get(i);
            if (all.subList(0, i).stream()
                    .anyMatch(other ->
                            other.kind() == rule.kind() && other.category().equals(rule.category()))) {
                throw ProblemException.field("rules[" + i + "].category", "twice");
            }
        }
        return new RuleBook(
                street, 0, Texts.day("effectiveFrom", effectiveFrom), lifeMonths, dailyCap, monthlyCap, all);
    }

    private Rule rule(int i) {
        RuleJson rule = rules.get(i);
        OccasionKind kind = OccasionKind.ofWord(rule.kind())
                .orElseThrow(() -> ProblemException.field("rules[" + i + "].kind", "unknown-value"));
        String category = rule.category() == null ? "" : rule.category().strip();
        return new Rule(kind, category, rule.points(), rule.per(), rule.dailyCap(), rule.monthlyCap());
    }
}
