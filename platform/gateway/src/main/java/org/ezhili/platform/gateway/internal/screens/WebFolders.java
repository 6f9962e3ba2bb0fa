package org.ezhili.platform.gateway.internal.screens;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ezhili.platform.gateway.internal.routes.Route;
import org.ezhili.platform.gateway.internal.routes.Routes;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/**
 * The folders of screens that bundles bring with the header {@code Ezhili-Web: <id>}. Shown is the one of the version that is
 * live, so that screens and what answers them change together; of an id that is no module, the newest.
 */
@Component(service = WebFolders.class)
public final class WebFolders implements BundleTrackerCustomizer<WebFolder> {

    private static final String HEADER = "Ezhili-Web";

    private final List<WebFolder> all = new CopyOnWriteArrayList<>();
    private final Function<String, Optional<Version>> live;
    private final BundleTracker<WebFolder> tracker;

    @Activate
    public WebFolders(BundleContext context, @Reference Routes routes) {
        this(context, id -> routes.find(id).map(Route::version));
    }

    WebFolders(BundleContext context, Function<String, Optional<Version>> live) {
        this.live = live;
        this.tracker = new BundleTracker<>(context, Bundle.ACTIVE | Bundle.STARTING, this);
        tracker.open();
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    /** What is shown of this id. */
    Optional<WebFolder> find(String id) {
        Optional<Version> version = live.apply(id);
        return of(id).filter(
                        folder -> version.filter(folder.bundleVersion()::equals).isPresent())
                .max(WebFolder.BY_AGE)
                .or(() -> of(id).max(WebFolder.BY_AGE));
    }

    /** One build of an id, shown or not: a page that was opened before a switch goes on with its own. */
    Optional<WebFolder> find(String id, String version) {
        return of(id).filter(folder -> folder.version().equals(version)).findFirst();
    }

    /** What is shown of each id. */
    List<WebFolder> all() {
        return all.stream()
                .map(WebFolder::id)
                .distinct()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    private Stream<WebFolder> of(String id) {
        return all.stream().filter(folder -> folder.id().equals(id));
    }

    @Override
    public @Nullable WebFolder addingBundle(Bundle bundle, BundleEvent event) {
        String id = bundle.getHeaders().get(HEADER);
        if (id == null) {
            return null;
        }
        WebFolder folder = new WebFolder(id.trim(), bundle);
        all.add(folder);
        return folder;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, WebFolder folder) {
        // STARTING to ACTIVE: nothing new
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, WebFolder folder) {
        all.remove(folder);
    }
}
