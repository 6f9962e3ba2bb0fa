package org.ezhili.platform.releases.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.ezhili.platform.persistence.InstantAttribute;
import org.ezhili.platform.releases.internal.intake.Arrival;
import org.ezhili.platform.releases.internal.intake.Release;
import org.osgi.framework.Version;

@Entity
@IdClass(ReleaseKey.class)
@Table(schema = "releases", name = "arrived")
class ReleaseRow {

    @Id
    @Column(name = "module")
    private String module;

    @Id
    @Column(name = "version")
    private String version;

    @Column(name = "sort_key")
    private String sortKey;

    @Column(name = "sha256")
    private String sha256;

    @Column(name = "bytes")
    private long bytes;

    @Column(name = "features")
    private String features;

    @Column(name = "signer")
    private String signer;

    @Lob
    @Column(name = "passport")
    private String passport;

    @Column(name = "arrived_at")
    @Convert(converter = InstantAttribute.class)
    private Instant arrivedAt;

    @Column(name = "arrived_by")
    private String arrivedBy;

    protected ReleaseRow() {}

    static ReleaseRow from(Release release) {
        Arrival arrival = release.arrival().orElseThrow();
        ReleaseRow row = new ReleaseRow();
        row.module = release.module();
        row.version = release.version().toString();
        row.sortKey = sortKey(release.version());
        row.sha256 = arrival.sha256();
        row.bytes = arrival.bytes();
        row.features = release.features();
        row.signer = arrival.signer();
        row.passport = arrival.passport();
        row.arrivedAt = arrival.at();
        row.arrivedBy = arrival.by();
        return row;
    }

    Release toDomain() {
        return new Release(
                module,
                Version.parseVersion(version),
                features,
                Optional.of(new Arrival(sha256, bytes, signer, passport, arrivedAt, arrivedBy)));
    }

    /** A text that sorts as versions do: numbers are filled with zeros, what has no qualifier comes first. */
    static String sortKey(Version version) {
        return String.format(
                "%010d.%010d.%010d.%s",
                version.getMajor(), version.getMinor(), version.getMicro(), version.getQualifier());
    }
}
