package org.ezhili.platform.modules.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.karaf.shell.api.console.Session;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.modules.internal.PlatformPermissions;
import org.ezhili.platform.security.Caller;

/** Whoever has the shell: they may do everything, and the audit log says under which name they did. */
final class Operator {

    private Operator() {}

    static Caller of(Session session, AreaCode area) {
        Object user = session.get("USER");
        String account = "shell:" + (user == null ? "karaf" : user);
        Set<AreaCode> district = area.at(AreaLevel.DISTRICT).map(Set::of).orElse(Set.of());
        return new Caller(
                account,
                account,
                List.of(),
                Map.of(PlatformPermissions.SWITCH, district, PlatformPermissions.SETTINGS, district));
    }

    /** The code of a street, or of a district where that makes sense; says so when it is none. */
    static Optional<AreaCode> code(String text) {
        Optional<AreaCode> code =
                AreaCode.parse(text).filter(area -> area.level().compareTo(AreaLevel.STREET) <= 0);
        if (code.isEmpty()) {
            System.out.println("not the code of a street or district: " + text);
        }
        return code;
    }
}
