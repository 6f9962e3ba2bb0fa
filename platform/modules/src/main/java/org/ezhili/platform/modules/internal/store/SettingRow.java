package org.ezhili.platform.modules.internal.store;

import java.util.Map;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Lob;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.modules.internal.domain.settings.Scope;
import org.ezhili.platform.modules.internal.settings.Content;

/** What is set now. */
@Entity
@IdClass(SettingKey.class)
@Table(schema = "modules", name = "setting")
class SettingRow {

    @Id
    @Column(name = "area")
    private String area;

    @Id
    @Column(name = "module")
    private String module;

    @Column(name = "version")
    private int version;

    @Lob
    @Column(name = "content")
    private String content;

    @Column(name = "changed_in")
    private long changedIn;

    protected SettingRow() {}

    SettingRow(Scope scope) {
        this.area = scope.area().digits();
        this.module = scope.module();
        this.content = "{}";
    }

    int version() {
        return version;
    }

    Scope scope() {
        return new Scope(AreaCode.of(area), module);
    }

    Map<String, Object> values() {
        return Content.read(content);
    }

    void set(Map<String, Object> values, long revision) {
        version++;
        content = Content.write(values);
        changedIn = revision;
    }
}
