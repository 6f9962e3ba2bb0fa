package org.ezhili.points.internal.store.earning;

import java.sql.Date;
import java.time.Instant;
import java.util.List;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.earning.Rule;
import org.ezhili.points.internal.domain.earning.RuleBook;

/** One version of a street's rules. It is inserted and never updated. */
@Entity
@IdClass(RuleBookRowId.class)
@Table(schema = "points", name = "rule_book")
class RuleBookRow {

    @Id
    @Column(name = "street")
    private String street;

    @Id
    @Column(name = "version")
    private int version;

    @Column(name = "effective_from")
    private Date effectiveFrom;

    @Column(name = "life_months")
    private int lifeMonths;

    @Column(name = "daily_cap")
    private long dailyCap;

    @Column(name = "monthly_cap")
    private long monthlyCap;

    @Column(name = "published_by")
    private String publishedBy;

    @Column(name = "published_at")
    @Convert(converter = InstantAttribute.class)
    private Instant publishedAt;

    static RuleBookRow from(RuleBook book, String publishedBy, Instant publishedAt) {
        RuleBookRow row = new RuleBookRow();
        row.street = book.street().digits();
        row.version = book.version();
        row.effectiveFrom = Date.valueOf(book.effectiveFrom());
        row.lifeMonths = book.lifeMonths();
        row.dailyCap = book.dailyCap();
        row.monthlyCap = book.monthlyCap();
        row.publishedBy = publishedBy;
        row.publishedAt = publishedAt;
        return row;
    }

    String street() {
        return street;
    }

    int version() {
        return version;
    }

    RuleBook toDomain(List<Rule> rules) {
        return new RuleBook(
                AreaCode.of(street), version, effectiveFrom.toLocalDate(), lifeMonths, dailyCap, monthlyCap, rules);
    }
}
