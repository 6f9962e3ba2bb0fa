package org.ezhili.platform.gateway.internal.screens;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** The folders of screens that bundles bring with the header {@code Ezhili-Web: <id>}; the newest of an id is shown. */
@Component(service = WebFolders.class)
public final class WebFolders implements BundleTrackerCustomizer<WebFolder> {

    private static final String HEADER = "Ezhili-Web";

    private final List<WebFolder> all = new CopyOnWriteArrayList<>();
    private final Map<String, WebFolder> shown = new ConcurrentHashMap<>();
    private final BundleTracker<WebFolder> tracker;

    @Activate
    public WebFolders(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.ACTIVE | Bundle.STARTING, this);
        tracker.open();
    }

    @Deactivate
    void stop() {
        tracker.close();
    }

    Optional<WebFolder> find(String id) {
        return Optional.ofNullable(shown.get(id));
    }

    Collection<WebFolder> all() {
        return shown.values();
    }

    @Override
    public @Nullable WebFolder addingBundle(Bundle bundle, BundleEvent event) {
        String id = bundle.getHeaders().get(HEADER);
        if (id == null) {
            return null;
        }
        WebFolder folder = new WebFolder(id.trim(), bundle);
        all.add(folder);
        choose(folder.id());
        return folder;
    }

    @Override
    public void modifiedBundle(Bundle bundle, BundleEvent event, WebFolder folder) {
        // STARTING to ACTIVE: nothing new
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, WebFolder folder) {
        all.remove(folder);
        choose(folder.id());
    }

    /** When the newest one goes, the one before it is shown again. */
    private synchronized void choose(String id) {
        Optional<WebFolder> newest =
                all.stream().filter(folder -> folder.id().equals(id)).max(WebFolder.BY_AGE);
        newest.ifPresentOrElse(folder -> shown.put(id, folder), () -> shown.remove(id));
    }
}
