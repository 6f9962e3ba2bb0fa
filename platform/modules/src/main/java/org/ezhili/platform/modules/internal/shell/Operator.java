package org.ezhili.platform.modules.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
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

    /** The code of a street, or of a district where that makes sense. */
    static AreaCode code(String text) throws CommandException {
        return AreaCode.parse(text)
                .filter(area -> area.level().compareTo(AreaLevel.STREET) <= 0)
                .orElseThrow(() -> refusal("not the code of a street or district: " + text));
    }

    /** Ends a command with these words and a status that scripts see. */
    static CommandException refusal(String words) {
        return new CommandException(words, words);
    }
}
