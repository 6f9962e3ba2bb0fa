package org.ezhili.platform.releases.internal.shell;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.console.Session;
import org.ezhili.platform.security.Caller;

/** Who types in the shell: the shell has let them in, and what they do is on record under their name there. */
final class ShellCaller {

    private ShellCaller() {}

    static Caller of(Session session) {
        String name = String.valueOf(session.get("USER"));
        return new Caller("shell:" + name, name, List.of(), Map.of());
    }
}
