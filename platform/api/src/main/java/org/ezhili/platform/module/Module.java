package org.ezhili.platform.module;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One version of one module, published as an OSGi service when it is ready to serve. Several versions of a module may stand
 * side by side; the platform decides which one is live. All methods are cheap and may be called from any thread.
 */
@ConsumerType
public interface Module {

    ModuleInfo info();

    /**
     * The JAX-RS resources of this version, singletons, served under {@code /api/<id>}. Each method is marked {@link Requires}
     * or {@link Open}; a module with an unmarked one is not served at all.
     */
    default List<Object> resources() {
        return List.of();
    }

    /** What this version gives to other modules, by API interface; published by the platform while this version is live. */
    default Map<Class<?>, Object> services() {
        return Map.of();
    }

    /** Which events this module consumes. */
    default List<Subscription<?>> subscriptions() {
        return List.of();
    }

    /** What this module does by itself, on one node of many. */
    default List<Job> jobs() {
        return List.of();
    }

    /** Whether this version can do its work now; asked before it goes live and by {@code /health}. */
    Health health();
}
