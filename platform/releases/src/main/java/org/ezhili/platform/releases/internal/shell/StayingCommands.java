package org.ezhili.platform.releases.internal.shell;

import java.util.Arrays;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Registry;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * The shell forgets a command by its name: when a version of a module goes, the same commands of the version that stays are
 * forgotten with it. This tells the shell of them again.
 */
@Component(service = StayingCommands.class, immediate = true)
public final class StayingCommands implements SynchronousBundleListener {

    private static final String SCOPE = "ezhili";

    private final BundleContext context;
    private final SessionFactory shell;

    @Activate
    public StayingCommands(BundleContext context, @Reference SessionFactory shell) {
        this.context = context;
        this.shell = shell;
        context.addBundleListener(this);
    }

    @Deactivate
    void stop() {
        context.removeBundleListener(this);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED && anotherVersionStays(event.getBundle())) {
            tellAgain(shell.getRegistry());
        }
    }

    private boolean anotherVersionStays(Bundle gone) {
        return Arrays.stream(context.getBundles())
                .anyMatch(bundle -> bundle != gone
                        && bundle.getState() == Bundle.ACTIVE
                        && bundle.getSymbolicName().equals(gone.getSymbolicName()));
    }

    static void tellAgain(Registry registry) {
        for (Command command : registry.getCommands()) {
            if (command.getScope().equals(SCOPE)) {
                registry.unregister(command);
                registry.register(command);
            }
        }
    }
}
