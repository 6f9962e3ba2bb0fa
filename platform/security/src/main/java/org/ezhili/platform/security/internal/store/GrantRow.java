package org.ezhili.platform.security.internal.store;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.Role;

@Entity
@IdClass(GrantKey.class)
@Table(schema = "security", name = "account_grant")
class GrantRow {

    @Id
    @Column(name = "account")
    private String account;

    @Id
    @Column(name = "role")
    private String role;

    @Id
    @Column(name = "area")
    private String area;

    protected GrantRow() {}

    GrantRow(String account, Grant grant) {
        this.account = account;
        this.role = grant.role().word();
        this.area = grant.area().digits();
    }

    String account() {
        return account;
    }

    Grant toDomain() {
        return new Grant(Role.ofWord(role).orElseThrow(), AreaCode.of(area));
    }
}
