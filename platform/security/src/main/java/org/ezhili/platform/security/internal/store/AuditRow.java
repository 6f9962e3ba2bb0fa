package org.ezhili.platform.security.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.platform.security.internal.domain.AuditLine;
import org.jspecify.annotations.Nullable;

/** Written once: no column may be updated. */
@Entity
@Table(schema = "security", name = "audit_line")
class AuditRow {

    @Id
    @Column(name = "id", updatable = false)
    private long id;

    @Column(name = "recorded_at", updatable = false)
    @Convert(converter = InstantAttribute.class)
    private Instant recordedAt;

    @Column(name = "account", updatable = false)
    private String account;

    @Column(name = "action", updatable = false)
    private String action;

    @Column(name = "subject", updatable = false)
    private String subject;

    @Column(name = "area", updatable = false)
    private @Nullable String area;

    @Column(name = "outcome", updatable = false)
    private String outcome;

    protected AuditRow() {}

    static AuditRow from(AuditLine line) {
        AuditRow row = new AuditRow();
        row.id = line.id();
        row.recordedAt = line.at();
        row.account = line.account();
        row.action = line.action();
        row.subject = line.subject();
        row.area = line.area().map(AreaCode::digits).orElse(null);
        row.outcome = line.outcome();
        return row;
    }

    AuditLine toDomain() {
        return new AuditLine(
                id,
                recordedAt,
                account,
                action,
                subject,
                Optional.ofNullable(area).map(AreaCode::of),
                outcome);
    }
}
