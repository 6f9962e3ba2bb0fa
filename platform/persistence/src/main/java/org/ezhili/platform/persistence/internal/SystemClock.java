package org.ezhili.platform.persistence.internal;

import java.time.Clock;
import java.util.Hashtable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** Gives everybody the time as a service, so that tests can hand in their own. */
@Component(service = SystemClock.class, immediate = true)
public final class SystemClock {

    private final ServiceRegistration<Clock> registration;

    @Activate
    public SystemClock(BundleContext context) {
        registration = context.registerService(Clock.class, Clock.systemUTC(), new Hashtable<>());
    }

    @Deactivate
    void stop() {
        registration.unregister();
    }
}
