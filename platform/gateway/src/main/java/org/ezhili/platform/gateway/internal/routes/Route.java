package org.ezhili.platform.gateway.internal.routes;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.AsyncContext;
import org.ezhili.platform.gateway.internal.json.Json;
import org.ezhili.platform.gateway.internal.problems.Texts;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One version of one module, ready to serve. */
public final class Route {

    private static final Logger LOG = LoggerFactory.getLogger(Route.class);

    private final Module module;
    private final Bundle bundle;
    private final RestServer server;
    private final Texts texts;
    private final List<ServiceRegistration<?>> given = new ArrayList<>();
    private final Set<AsyncContext> streams = ConcurrentHashMap.newKeySet();

    Route(Module module, Bundle bundle, RestServer server, Texts texts) {
        this.module = module;
        this.bundle = bundle;
        this.server = server;
        this.texts = texts;
    }

    public Module module() {
        return module;
    }

    public ModuleInfo info() {
        return module.info();
    }

    public Version version() {
        return bundle.getVersion();
    }

    public Bundle bundle() {
        return bundle;
    }

    public RestServer server() {
        return server;
    }

    public Texts texts() {
        return texts;
    }

    /**
     * Gives the module's services to the others. They are registered through the module's own bundle, so that they fit its
     * class space and go when it goes.
     *
     * @param ranking grows with every switch, up or back: the version switched to last wins
     */
    void publish(int ranking) {
        give(Module.class, module, ranking);
        module.services().forEach((type, service) -> give(type, service, ranking));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void give(Class<?> type, Object service, int ranking) {
        Dictionary<String, Object> properties = new Hashtable<>(
                Map.of(Routes.LIVE, true, "ezhili.module", info().id(), Constants.SERVICE_RANKING, ranking));
        given.add(bundle.getBundleContext().registerService((Class) type, service, properties));
    }

    void unpublish() {
        for (ServiceRegistration<?> registration : given) {
            try {
                registration.unregister();
            } catch (IllegalStateException goneWithItsBundle) {
                LOG.debug("{} took its services with it", info().id());
            }
        }
        given.clear();
    }

    /** A stream to a browser stays open for hours: it is no request to wait for, but ends with its version. */
    public void keep(AsyncContext stream) {
        streams.add(stream);
    }

    public void forget(AsyncContext stream) {
        streams.remove(stream);
    }

    /** Ends the streams; a browser comes again by itself and finds the version that is live then. */
    void endStreams() {
        for (AsyncContext stream : streams) {
            try {
                stream.complete();
            } catch (IllegalStateException over) {
                LOG.debug("a stream of {} had ended already", info().id());
            }
        }
        streams.clear();
    }

    void close() {
        unpublish();
        endStreams();
        server.close();
        Json.forget();
    }
}
