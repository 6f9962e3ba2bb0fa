package org.ezhili.platform.releases.internal.shell;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.ezhili.platform.releases.internal.upgrades.Upgrades;
import org.ezhili.platform.releases.internal.walk.NotWalkedException;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

@Service
@Command(
        scope = "ezhili",
        name = "module-upgrade",
        description = "Walks modules to newer versions on every node, without a failed request")
public final class ModuleUpgradeCommand implements Action {

    @Reference
    private Upgrades upgrades;

    @Reference
    private Session session;

    @Argument(
            name = "modules",
            description = "matters 1.1.0, or several that must go together: matters 1.1.0 points 1.1.0",
            required = true,
            multiValued = true)
    private List<String> words;

    @Override
    public @Nullable Object execute() throws CommandException {
        if (words.size() % 2 != 0) {
            throw Refusal.of("each module needs its version, as in: matters 1.1.0");
        }
        Map<String, Version> to = new TreeMap<>();
        try {
            for (int i = 0; i < words.size(); i += 2) {
                to.put(words.get(i), Version.parseVersion(words.get(i + 1)));
            }
            Shown.follow(upgrades, upgrades.upgrade(ShellCaller.of(session), to));
        } catch (IllegalArgumentException noVersion) {
            throw Refusal.of(String.valueOf(noVersion.getMessage()));
        } catch (NotWalkedException refused) {
            throw Refusal.of(refused.why());
        }
        return null;
    }
}
