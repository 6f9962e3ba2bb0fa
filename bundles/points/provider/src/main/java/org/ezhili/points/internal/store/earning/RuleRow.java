package org.ezhili.points.internal.store.earning;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.ezhili.points.OccasionKind;
import org.ezhili.points.internal.domain.earning.Rule;
import org.ezhili.points.internal.domain.earning.RuleBook;

/** One rule of a version. It is inserted and never updated. */
@Entity
@IdClass(RuleRowId.class)
@Table(schema = "points", name = "rule")
class RuleRow {

    @Id
    @Column(name = "street")
    private String street;

    @Id
    @Column(name = "version")
    private int version;

    @Id
    @Column(name = "seq")
    private int seq;

    @Column(name = "kind")
    private String kind;

    @Column(name = "category")
    private String category;

    @Column(name = "points")
    private long points;

    @Column(name = "per")
    private long per;

    @Column(name = "daily_cap")
    private long dailyCap;

    @Column(name = "monthly_cap")
    private long monthlyCap;

    static RuleRow from(RuleBook book, int seq) {
        Rule rule = book.rules().get(seq);
        RuleRow row = new RuleRow();
        row.street = book.street().digits();
        row.version = book.version();
        row.seq = seq;
        row.kind = rule.kind().word();
        row.category = rule.category();
        row.points = rule.points();
        row.per = rule.per();
        row.dailyCap = rule.dailyCap();
        row.monthlyCap = rule.monthlyCap();
        return row;
    }

    /** Which book the rule is in. */
    record Book(String street, int version) {}

    Book book() {
        return new Book(street, version);
    }

    Rule toDomain() {
        return new Rule(OccasionKind.ofWord(kind).orElseThrow(), category, points, per, dailyCap, monthlyCap);
    }
}
