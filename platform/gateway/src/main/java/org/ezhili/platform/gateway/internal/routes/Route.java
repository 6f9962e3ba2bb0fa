package org.ezhili.platform.gateway.internal.routes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import javax.servlet.AsyncContext;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.gateway.internal.guard.Gate;
import org.ezhili.platform.gateway.internal.guard.HealthCheck;
import org.ezhili.platform.gateway.internal.guard.RefusedModule;
import org.ezhili.platform.gateway.internal.json.Json;
import org.ezhili.platform.gateway.internal.problems.Texts;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One version of one module, ready to serve. */
public final class Route {

    private static final Logger LOG = LoggerFactory.getLogger(Route.class);
    private static final String MODULE = "ezhili.module";
    private static final Duration HEALTH_DEADLINE = Duration.ofSeconds(2);

    private final Module module;
    private final ClassLoader maker;
    private final ModuleInfo info;
    private final Bundle bundle;
    private final RestServer server;
    private final Texts texts;
    private final Gate gate;
    private final HealthCheck check;
    private final List<ServiceRegistration<?>> given = new ArrayList<>();
    private @Nullable ServiceRegistration<?> shown;
    private final Set<AsyncContext> streams = ConcurrentHashMap.newKeySet();

    /** Asks the module here for what is needed of it later, so that nothing of it runs while versions are switched. */
    Route(Module module, Bundle bundle, RestServer server, Texts texts, Gate gate, ExecutorService healthThreads) {
        this.module = new Guarded(module, this::health);
        this.info = this.module.info();
        this.maker = module.getClass().getClassLoader();
        this.bundle = bundle;
        this.server = server;
        this.texts = texts;
        this.gate = gate;
        this.check = new HealthCheck(info.id(), module::health, healthThreads, HEALTH_DEADLINE);
        this.module.services().forEach(Route::checkFits);
    }

    private static void checkFits(Class<?> type, Object service) {
        if (!type.isInstance(service)) {
            throw new RefusedModule(
                    LocalText.of("所提供的服务不符合 " + type.getName(), "the service it gives is no " + type.getName()));
        }
    }

    /** As the others see it. */
    public Module module() {
        return module;
    }

    public ModuleInfo info() {
        return info;
    }

    /** The class space that the module was made in. */
    ClassLoader maker() {
        return maker;
    }

    public Gate gate() {
        return gate;
    }

    /** Asks how the module is, without waiting for the answer. */
    public void askHealth() {
        check.begin();
    }

    /** What it says of itself, in time; bad as long as its requests are held back, whatever it says. */
    public Health health() {
        return gate.isWell()
                ? check.answer()
                : Health.bad(
                        "请求接连出错或无法结束,已暂停转入,稍后自动再试",
                        "its requests fail or never end; they are held back, and tried again by and by");
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

    /** Shows what the version says of itself to those who want to know before it serves. */
    void show() {
        shown = register(Module.class, module, Map.of(Routes.READY, true, MODULE, info().id()));
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

    private void give(Class<?> type, Object service, int ranking) {
        given.add(register(
                type, service, Map.of(Routes.LIVE, true, MODULE, info().id(), Constants.SERVICE_RANKING, ranking)));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private ServiceRegistration<?> register(Class<?> type, Object service, Map<String, Object> properties) {
        return bundle.getBundleContext().registerService((Class) type, service, new Hashtable<>(properties));
    }

    void unpublish() {
        given.forEach(this::withdraw);
        given.clear();
    }

    private void withdraw(ServiceRegistration<?> registration) {
        try {
            registration.unregister();
        } catch (IllegalStateException goneWithItsBundle) {
            LOG.debug("{} took its services with it", info().id());
        }
    }

    /** A stream to a browser stays open for hours: it is no request to wait for, but ends with its version. */
    public void keep(AsyncContext stream) {
        streams.add(stream);
    }

    public void forget(AsyncContext stream) {
        streams.remove(stream);
    }

    public int streams() {
        return streams.size();
    }

    /** Ends the streams and sends on who waits; a browser comes again by itself and finds the version that is live then. */
    void endStreams() {
        gate.dismiss();
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
        Optional.ofNullable(shown).ifPresent(this::withdraw);
        endStreams();
        check.close();
        server.close();
        Json.forget();
    }
}
