package org.ezhili.platform.releases.internal.walk;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Watches during a walk which bundles are stopped that do not belong to the modules on their way: there must be none. */
final class Disturbed implements SynchronousBundleListener, AutoCloseable {

    private final BundleContext context;
    private final Set<String> own;
    private final Set<String> others = new TreeSet<>();

    /** Watches until closed. */
    Disturbed(BundleContext context, Set<String> own) {
        this.context = context;
        this.own = Set.copyOf(own);
        context.addBundleListener(this);
    }

    @Override
    public synchronized void bundleChanged(BundleEvent event) {
        int what = event.getType();
        String name = String.valueOf(event.getBundle().getSymbolicName());
        if ((what == BundleEvent.STOPPED || what == BundleEvent.UNRESOLVED || what == BundleEvent.UPDATED)
                && !own.contains(name)) {
            others.add(name + "/" + event.getBundle().getVersion());
        }
    }

    synchronized List<String> names() {
        return List.copyOf(others);
    }

    @Override
    public void close() {
        context.removeBundleListener(this);
    }
}
