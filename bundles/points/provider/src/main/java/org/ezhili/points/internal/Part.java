package org.ezhili.points.internal;

import java.util.List;
import java.util.Map;
import org.ezhili.platform.module.Job;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.module.Subscription;

/** What one part of the module adds to it: the ledger, the activities, the rewards. */
public record Part(
        List<Permission> permissions,
        List<Object> resources,
        List<Job> jobs,
        List<Subscription<?>> subscriptions,
        Map<Class<?>, Object> services) {

    public Part {
        permissions = List.copyOf(permissions);
        resources = List.copyOf(resources);
        jobs = List.copyOf(jobs);
        subscriptions = List.copyOf(subscriptions);
        services = Map.copyOf(services);
    }
}
