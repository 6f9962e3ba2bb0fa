package org.ezhili.platform.modules.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.security.Role;

/** What this module says of itself. */
public final class PlatformPermissions {

    public static final String ID = "platform";
    public static final String SWITCH = "platform.switch";
    public static final String SETTINGS = "platform.settings";
    public static final String LOGS = "platform.logs";

    static final ModuleInfo INFO = new ModuleInfo(
            ID,
            Build.VERSION,
            LocalText.of("平台", "Platform"),
            Set.of(),
            List.of(
                    Permission.of(SWITCH, "为街道开关模块", "Switch modules for streets", Role.IT, Role.STREET),
                    Permission.of(SETTINGS, "为街道设置模块", "Set modules for streets", Role.IT, Role.STREET),
                    Permission.of(LOGS, "查看模块日志", "See the logs of modules", Role.IT)),
            false);

    private PlatformPermissions() {}

    /** A street's own name, logo and colour. */
    static String settings() {
        try (InputStream in = PlatformPermissions.class.getResourceAsStream("/settings.json")) {
            if (in == null) {
                throw new IllegalStateException("the bundle lacks settings.json");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
