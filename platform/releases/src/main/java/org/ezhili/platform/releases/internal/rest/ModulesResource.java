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

/** How modules stand on the node that answers. */
@Path("/v1/modules")
@Produces("application/json")
public final class ModulesResource {

    private final LiveVersions versions;

    public ModulesResource(LiveVersions versions) {
        this.versions = versions;
    }

    /**
     * The modules of a node.
     *
     * @param leftovers versions that were taken away and are still held in memory
     */
    public record NodeJson(List<ModuleJson> items, List<LeftoverJson> leftovers) {}

    /** What a version that was taken away has left behind. */
    public record LeftoverJson(String module, String version, List<String> threads) {}

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
        List<LeftoverJson> leftovers = versions.leftovers().stream()
                .map(left -> new LeftoverJson(left.module(), left.version().toString(), left.threads()))
                .toList();
        return new NodeJson(items, leftovers);
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
