package org.ezhili.platform.security.internal;

import java.util.List;
import java.util.Set;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.security.Role;

/** What this module says of itself. */
public final class SecurityPermissions {

    public static final String ACCOUNTS = "security.accounts";
    public static final String AUDIT = "security.audit";

    static final ModuleInfo INFO = new ModuleInfo(
            "security",
            Build.VERSION,
            LocalText.of("账号与权限", "Accounts and access"),
            Set.of(),
            List.of(
                    Permission.of(ACCOUNTS, "管理账号", "Manage accounts", Role.IT, Role.STREET),
                    Permission.of(AUDIT, "查看审计日志", "Read the audit log", Role.IT, Role.DISTRICT)),
            false);

    private SecurityPermissions() {}
}
