package org.ezhili.platform.releases.internal.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.gateway.Standing;
import org.ezhili.platform.module.Requires;
import org.ezhili.platform.releases.internal.ReleasePermissions;
import org.ezhili.platform.releases.internal.walk.LeftBehind;

/** How modules stand on the node that answers. */
@Path("/v1/modules")
@Produces("application/json")
public final class ModulesResource {

    private final LiveVersions versions;
    private final LeftBehind leftBehind;

    public ModulesResource(LiveVersions versions, LeftBehind leftBehind) {
        this.versions = versions;
        this.leftBehind = leftBehind;
    }

    /**
     * The modules of a node.
     *
     * @param loadersHeld class loaders of versions that have gone and are still held by somebody; those that no collection of
     *     garbage has come by yet are among them
     */
    public record NodeJson(List<ModuleJson> items, long loadersHeld) {}

    /** One module in all its versions that stand ready. */
    public record ModuleJson(String module, List<StandingJson> versions) {}

    /** One version. */
    public record StandingJson(String version, boolean live, boolean well, NoteJson note) {}

    /** What it says of itself. */
    public record NoteJson(String zh, String en) {}

    @GET
    @Requires(ReleasePermissions.READ)
    public NodeJson list() {
        Map<String, List<StandingJson>> modules = new TreeMap<>();
        for (Standing standing : versions.standing()) {
            modules.computeIfAbsent(standing.module(), module -> new ArrayList<>())
                    .add(json(standing));
        }
        List<ModuleJson> items = modules.entrySet().stream()
                .map(entry -> new ModuleJson(entry.getKey(), entry.getValue()))
                .toList();
        return new NodeJson(items, leftBehind.held());
    }

    private static StandingJson json(Standing standing) {
        LocalText note = standing.health().note();
        return new StandingJson(
                standing.version().toString(),
                standing.live(),
                standing.health().well(),
                new NoteJson(note.zh(), note.en()));
    }
}
