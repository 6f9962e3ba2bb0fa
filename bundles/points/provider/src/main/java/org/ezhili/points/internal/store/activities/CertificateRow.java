package org.ezhili.points.internal.store.activities;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.points.internal.domain.activities.Certificate;

/** Hours that were certified. It is inserted, and never updated but to forget who it was. */
@Entity
@Table(schema = "points", name = "certificate")
class CertificateRow {

    @Id
    @Column(name = "id")
    private long id;

    @Column(name = "code")
    private String code;

    @Column(name = "account")
    private String account;

    @Column(name = "name")
    private String name;

    /** Empty: all of the district. */
    @Column(name = "street")
    private String street;

    @Column(name = "minutes")
    private long minutes;

    @Column(name = "stars")
    private int stars;

    @Column(name = "services")
    private long services;

    @Column(name = "issued_by")
    private String issuedBy;

    @Column(name = "issued_at")
    @Convert(converter = InstantAttribute.class)
    private Instant issuedAt;

    static CertificateRow from(Certificate certificate) {
        CertificateRow row = new CertificateRow();
        row.id = certificate.id();
        row.code = certificate.code();
        row.account = certificate.account();
        row.name = certificate.name();
        row.street = certificate.street().map(AreaCode::digits).orElse("");
        row.minutes = certificate.minutes();
        row.stars = certificate.stars();
        row.services = certificate.services();
        row.issuedBy = certificate.issuedBy();
        row.issuedAt = certificate.issuedAt();
        return row;
    }

    Certificate toDomain() {
        return new Certificate(
                id,
                code,
                account,
                name,
                street.isEmpty() ? Optional.empty() : Optional.of(AreaCode.of(street)),
                minutes,
                stars,
                services,
                issuedBy,
                issuedAt);
    }
}
