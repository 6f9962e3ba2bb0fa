package org.ezhili.platform.gateway.internal.routes;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Job;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Subscription;

/**
 * A module as the others get to see it: what it said of itself when it came, so that nothing of it runs while versions are
 * switched; nobody waits for its health longer than the deadline.
 */
final class Guarded implements Module {

    private final ModuleInfo info;
    private final List<Object> resources;
    private final Map<Class<?>, Object> services;
    private final List<Subscription<?>> subscriptions;
    private final List<Job> jobs;
    private final String settings;
    private final Supplier<Health> health;

    Guarded(Module module, Supplier<Health> health) {
        this.info = module.info();
        this.resources = List.copyOf(module.resources());
        this.services = Map.copyOf(module.services());
        this.subscriptions = List.copyOf(module.subscriptions());
        this.jobs = List.copyOf(module.jobs());
        this.settings = module.settings();
        this.health = health;
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Map<Class<?>, Object> services() {
        return services;
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return subscriptions;
    }

    @Override
    public List<Job> jobs() {
        return jobs;
    }

    @Override
    public String settings() {
        return settings;
    }

    @Override
    public Health health() {
        return health.get();
    }
}
