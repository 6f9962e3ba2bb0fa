package org.ezhili.platform.modules.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.modules.internal.domain.settings.Scope;
import org.ezhili.platform.modules.internal.domain.settings.Version;
import org.ezhili.platform.modules.internal.settings.Content;
import org.ezhili.platform.persistence.InstantAttribute;
import org.jspecify.annotations.Nullable;

/** What was set once. Never changed. */
@Entity
@IdClass(SettingVersionKey.class)
@Table(schema = "modules", name = "setting_version")
class SettingVersionRow {

    @Id
    @Column(name = "area")
    private String area;

    @Id
    @Column(name = "module")
    private String module;

    @Id
    @Column(name = "version")
    private int version;

    @Lob
    @Column(name = "content")
    private String content;

    @Column(name = "changed_by")
    private String changedBy;

    @Column(name = "changed_at")
    @Convert(converter = InstantAttribute.class)
    private Instant changedAt;

    @Column(name = "went_back_to")
    private @Nullable Integer wentBackTo;

    protected SettingVersionRow() {}

    static SettingVersionRow from(Version version) {
        SettingVersionRow row = new SettingVersionRow();
        row.area = version.scope().area().digits();
        row.module = version.scope().module();
        row.version = version.number();
        row.content = Content.write(version.values());
        row.changedBy = version.by();
        row.changedAt = version.at();
        row.wentBackTo = version.from().orElse(null);
        return row;
    }

    Version toDomain() {
        return new Version(
                new Scope(AreaCode.of(area), module),
                version,
                Content.read(content),
                changedBy,
                changedAt,
                Optional.ofNullable(wentBackTo));
    }
}
