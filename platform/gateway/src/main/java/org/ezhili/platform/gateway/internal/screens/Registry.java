package org.ezhili.platform.gateway.internal.screens;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.gateway.internal.access.StreetGate;
import org.ezhili.platform.gateway.internal.routes.Route;
import org.ezhili.platform.gateway.internal.routes.Routes;
import org.ezhili.platform.security.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which modules' screens a caller gets: those of modules that are live, and on for one of the caller's streets. */
@Component(service = Registry.class)
public final class Registry {

    private final WebFolders folders;
    private final Routes routes;
    private final StreetGate gate;

    @Activate
    public Registry(@Reference WebFolders folders, @Reference Routes routes, @Reference StreetGate gate) {
        this.folders = folders;
        this.routes = routes;
        this.gate = gate;
    }

    /**
     * One module's screens.
     *
     * @param base where its files are; changes with every build
     */
    public record Entry(
            String id,
            String version,
            String base,
            boolean desktop,
            boolean phone,
            boolean desktopStyle,
            boolean phoneStyle) {}

    public List<Entry> of(Caller caller) {
        return folders.all().stream()
                .filter(folder -> isFor(folder.id(), caller))
                .map(Registry::entry)
                .sorted(Comparator.comparing(Entry::id))
                .toList();
    }

    private boolean isFor(String module, Caller caller) {
        Optional<Route> route = routes.find(module);
        return route.isPresent() && gate.isOpen(route.get().info(), caller);
    }

    private static Entry entry(WebFolder folder) {
        return new Entry(
                folder.id(),
                folder.version(),
                "/ui/" + folder.id() + "/" + folder.version() + "/",
                folder.has("desktop.js"),
                folder.has("phone.js"),
                folder.has("desktop.css"),
                folder.has("phone.css"));
    }
}
