package org.ezhili.platform.releases.internal.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.releases.internal.archive.MavenName;
import org.ezhili.platform.releases.internal.archive.Surroundings;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.framework.namespace.PackageNamespace;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;

/** This node, as a release meets it. */
final class RunningHouse implements Surroundings {

    private static final String PLATFORM = "org.ezhili.platform.";
    private static final String CONTRACTS = "org.ezhili.platform.api";
    private static final Set<String> CORE = Set.of("platform", "security", "releases", "gateway", "console");

    private final BundleContext context;
    private final LiveVersions live;
    private final Path system;
    private final Shelves shelves;

    RunningHouse(BundleContext context, LiveVersions live, Path system, Shelves shelves) {
        this.context = context;
        this.live = live;
        this.system = system;
        this.shelves = shelves;
    }

    @Override
    public Version platform() {
        for (Bundle bundle : context.getBundles()) {
            if (CONTRACTS.equals(bundle.getSymbolicName())) {
                return bundle.getVersion();
            }
        }
        throw new IllegalStateException(CONTRACTS + " is not installed");
    }

    @Override
    public List<Version> exported(String packageName) {
        List<Version> versions = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            BundleRevision revision = bundle.adapt(BundleRevision.class);
            if (revision != null) {
                for (BundleCapability export : revision.getDeclaredCapabilities(PackageNamespace.PACKAGE_NAMESPACE)) {
                    if (packageName.equals(export.getAttributes().get(PackageNamespace.PACKAGE_NAMESPACE))) {
                        versions.add(
                                (Version) export.getAttributes().get(PackageNamespace.CAPABILITY_VERSION_ATTRIBUTE));
                    }
                }
            }
        }
        return versions;
    }

    @Override
    public Optional<Path> here(MavenName name) {
        return Optional.of(system.resolve(name.path()))
                .filter(Files::isRegularFile)
                .or(() -> shelves.file(name));
    }

    @Override
    public boolean isCore(String module) {
        return CORE.contains(module)
                || live.standing().stream()
                        .anyMatch(standing -> standing.module().equals(module)
                                && String.valueOf(standing.bundle().getSymbolicName())
                                        .startsWith(PLATFORM));
    }
}
