package org.ezhili.platform.modules.internal;

import java.util.List;
import java.util.Set;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.security.Role;

/** What this module says of itself. */
public final class PlatformPermissions {

    public static final String SWITCH = "platform.switch";

    static final ModuleInfo INFO = new ModuleInfo(
            "platform",
            Build.VERSION,
            LocalText.of("平台", "Platform"),
            Set.of(),
            List.of(Permission.of(SWITCH, "为街道开关模块", "Switch modules for streets", Role.IT, Role.STREET)),
            false);

    private PlatformPermissions() {}
}
