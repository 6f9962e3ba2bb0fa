package org.ezhili.platform.releases.internal;

import java.util.List;
import java.util.Set;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.security.Role;

/** What this module says of itself. */
public final class ReleasePermissions {

    public static final String READ = "releases.read";
    public static final String INSTALL = "releases.install";
    public static final String UPGRADE = "releases.upgrade";

    static final ModuleInfo INFO = new ModuleInfo(
            "releases",
            Build.VERSION,
            LocalText.of("版本", "Releases"),
            Set.of(),
            List.of(
                    Permission.of(READ, "查看模块版本", "See releases of modules", Role.IT),
                    Permission.of(INSTALL, "接收模块版本", "Take in releases of modules", Role.IT),
                    Permission.of(UPGRADE, "升级与回退模块", "Upgrade modules and roll them back", Role.IT)),
            false);

    private ReleasePermissions() {}
}
