package org.ezhili.platform.gateway.internal.routes;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.gateway.Refused;
import org.ezhili.platform.gateway.internal.guard.Crowd;
import org.ezhili.platform.gateway.internal.guard.Gate;
import org.ezhili.platform.gateway.internal.guard.Limits;
import org.ezhili.platform.gateway.internal.guard.Owners;
import org.ezhili.platform.gateway.internal.guard.RefusedModule;
import org.ezhili.platform.gateway.internal.problems.Texts;
import org.ezhili.platform.module.Module;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Versions of modules that come in, each to become a route, in time. */
final class Newcomers {

    private static final Logger LOG = LoggerFactory.getLogger(Newcomers.class);

    private final BundleContext context;
    private final RestServers servers;
    private final Limits limits;
    private final Owners owners;
    private final ExecutorService threads;
    private final Texts ownTexts;
    private final Crowd crowd = new Crowd();
    private final Map<ServiceReference<Module>, Refused> refused = new ConcurrentHashMap<>();
    private final Arrival arrival;
    private final TimeToCome timeToCome;

    Newcomers(BundleContext context, RestServers servers, Limits limits, Owners owners, ExecutorService threads) {
        this.context = context;
        this.servers = servers;
        this.limits = limits;
        this.owners = owners;
        this.threads = threads;
        this.ownTexts = Texts.of(context.getBundle());
        this.arrival = new Arrival(threads);
        this.timeToCome = new TimeToCome(context.getProperty(TimeToCome.READY));
    }

    /** Modules as their bundles give them. */
    static Filter versions() {
        try {
            return FrameworkUtil.createFilter("(&(objectClass=" + Module.class.getName() + ")(!(" + Routes.LIVE
                    + "=true))(!(" + Routes.READY + "=true)))");
        } catch (InvalidSyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    Newcomer of(ServiceReference<Module> reference) {
        return new Newcomer(reference);
    }

    /** It is there, but does not become a route. */
    void refuse(ServiceReference<Module> reference, String id, Throwable thrown) {
        Bundle bundle = reference.getBundle();
        LocalText reason = RefusedModule.reason(thrown);
        refused.put(reference, new Refused(id, bundle.getVersion(), bundle, reason));
        LOG.error("module {} of bundle {} is not served: {}; its maker must repair it", id, bundle, reason.en());
        LOG.debug("why module {} is not served", id, thrown);
        context.ungetService(reference);
    }

    /** Those of which nothing came and that are still there. */
    Stream<Refused> refused() {
        refused.keySet().removeIf(reference -> reference.getBundle() == null);
        return refused.values().stream();
    }

    boolean isRefused(String module, Version version) {
        return refused.values().stream()
                .anyMatch(one ->
                        one.module().equals(module) && one.bundle().getVersion().equals(version));
    }

    /** One of them. */
    final class Newcomer implements Callable<Route> {
        private final ServiceReference<Module> reference;
        private final Bundle bundle;

        /** Its bundle's name, until it has said its own. */
        private volatile String id;

        private volatile boolean isGivenUp;

        private Newcomer(ServiceReference<Module> reference) {
            this.reference = reference;
            this.bundle = reference.getBundle();
            this.id = bundle.getSymbolicName();
        }

        /** Waits for it, but not for ever; throws what it throws. */
        Route await() {
            return arrival.await(this, timeToCome.now(), Route::close);
        }

        String id() {
            return id;
        }

        /** Should it come after all, it is let go. */
        void giveUp() {
            isGivenUp = true;
        }

        @Override
        public Route call() {
            Module module = context.getService(reference);
            if (module == null) {
                throw new RefusedModule(LocalText.of("模块启动出错", "the module failed when it started"));
            }
            try {
                return route(module);
            } finally {
                if (isGivenUp) {
                    context.ungetService(reference);
                }
            }
        }

        private Route route(Module module) {
            id = module.info().id();
            Optional<LocalText> reason = owners.claim(id, bundle.getSymbolicName());
            if (reason.isPresent()) {
                throw new RefusedModule(reason.get());
            }
            return new Route(
                    module,
                    bundle,
                    servers.start(module, bundle),
                    Texts.of(bundle).orElse(ownTexts),
                    new Gate(limits, crowd),
                    threads);
        }
    }
}
