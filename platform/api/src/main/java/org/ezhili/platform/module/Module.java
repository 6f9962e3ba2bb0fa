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

    /**
     * What a street may set: a JSON Schema (draft 2020-12) of an object, empty for nothing. The console draws a form from it,
     * so it is held to what a form can show: {@code properties} of type {@code string} ({@code minLength}, {@code maxLength},
     * {@code pattern}, {@code enum}, {@code format} {@code colour} or {@code picture}), {@code integer} and {@code number}
     * ({@code minimum}, {@code maximum}) and {@code boolean}, each with a {@code default}, {@code title} (Chinese) and
     * {@code x-title-en}, and perhaps {@code description} and {@code x-description-en}; {@code x-choices} gives each word of an
     * {@code enum} its {@code zh} and {@code en}. A {@code colour} is {@code #rrggbb} and can be read on white. A schema with
     * anything else is not offered.
     */
    default String settings() {
        return "";
    }

    /** Whether this version can do its work now; asked before it goes live and by {@code /health}. */
    Health health();
}
