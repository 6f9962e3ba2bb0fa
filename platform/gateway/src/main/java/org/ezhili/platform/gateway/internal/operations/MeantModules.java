package org.ezhili.platform.gateway.internal.operations;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ezhili.platform.gateway.internal.routes.Routes;
import org.ezhili.platform.module.Module;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.startlevel.BundleStartLevel;

/**
 * The modules that this node is meant to have: the started bundles whose manifest says that they provide one. Of several
 * versions of a bundle one is enough.
 */
final class MeantModules {

    private static final String MARK = "\"" + Module.class.getName() + "\"";

    private final BundleContext context;
    private final Routes routes;

    MeantModules(BundleContext context, Routes routes) {
        this.context = context;
        this.routes = routes;
    }

    /** Those of which no version serves, by symbolic name. */
    List<Bundle> missing() {
        Set<String> serving = routes.all().stream()
                .map(route -> route.bundle().getSymbolicName())
                .collect(Collectors.toSet());
        return Arrays.stream(context.getBundles())
                .filter(MeantModules::isMeant)
                .filter(bundle -> !serving.contains(bundle.getSymbolicName()))
                .toList();
    }

    private static boolean isMeant(Bundle bundle) {
        return Optional.ofNullable(bundle.getHeaders("").get("Provide-Capability"))
                        .filter(capabilities -> capabilities.contains(MARK))
                        .isPresent()
                && Optional.ofNullable(bundle.adapt(BundleStartLevel.class))
                        .filter(BundleStartLevel::isPersistentlyStarted)
                        .isPresent();
    }
}
