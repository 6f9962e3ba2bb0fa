package org.ezhili.platform.releases.internal.walk;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Remembers the class loaders of versions that have gone, weakly: one that is still there after a collection is a leak. Thread-safe. */
@Component(service = LeftBehind.class)
public final class LeftBehind {

    private final Map<String, List<WeakReference<ClassLoader>>> gone = new TreeMap<>();

    @Activate
    public LeftBehind() {}

    static Optional<WeakReference<ClassLoader>> loader(Bundle bundle) {
        BundleWiring wiring = bundle.adapt(BundleWiring.class);
        return wiring == null ? Optional.empty() : Optional.of(new WeakReference<>(wiring.getClassLoader()));
    }

    synchronized void watch(List<Step> steps, List<WeakReference<ClassLoader>> loaders) {
        gone.values().removeIf(all -> all.stream().allMatch(loader -> loader.get() == null));
        gone.put(steps.toString() + "#" + System.nanoTime(), List.copyOf(loaders));
    }

    /** How many class loaders of versions that have gone are still held by somebody; true only after a collection of garbage. */
    public synchronized long held() {
        return gone.values().stream()
                .flatMap(List::stream)
                .filter(loader -> loader.get() != null)
                .count();
    }
}
