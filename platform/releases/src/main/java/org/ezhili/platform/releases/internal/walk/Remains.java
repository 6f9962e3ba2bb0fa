package org.ezhili.platform.releases.internal.walk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.releases.internal.walk.FeatureDesk.Release;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What interrupted walks have left on this node: versions that nobody is served by, and bundles that no feature owns. */
@Component(service = Remains.class)
public final class Remains {

    private static final Logger LOG = LoggerFactory.getLogger(Remains.class);

    private final BundleContext context;
    private final LiveVersions versions;
    private final FeatureDesk desk;

    @Activate
    public Remains(BundleContext context, @Reference LiveVersions versions, @Reference FeatureDesk desk) {
        this.context = context;
        this.versions = versions;
        this.desk = desk;
    }

    /** Takes them away; to be called when no walk is open. */
    public void clear() {
        try {
            List<Release> installed = desk.installed();
            List<Release> left = installed.stream()
                    .filter(release -> isLeft(release.module(), release.version()))
                    .toList();
            if (!left.isEmpty()) {
                LOG.info("{} is left from an interrupted walk and goes", left);
                desk.uninstall(left);
            }
            orphans(new HashSet<>(installed));
        } catch (Exception stays) {
            LOG.warn("what interrupted walks have left could not be taken away; it is tried again", stays);
        }
    }

    private boolean isLeft(String module, Version version) {
        Optional<Version> live = versions.live(module);
        return live.map(serving -> !serving.equals(version))
                .orElse(LiveVersions.NONE.equals(versions.decided().get(module)));
    }

    private void orphans(Set<Release> installed) throws BundleException {
        for (Bundle bundle : context.getBundles()) {
            Optional<String> module = module(bundle);
            if (module.isPresent()
                    && isLeft(module.get(), bundle.getVersion())
                    && !installed.contains(new Release(module.get(), bundle.getVersion()))) {
                LOG.info("{} belongs to no feature and goes", bundle);
                bundle.uninstall();
            }
        }
    }

    /** The module of a provider or of its screens. */
    private static Optional<String> module(Bundle bundle) {
        String name = bundle.getSymbolicName();
        if (name == null || !name.startsWith("org.ezhili.")) {
            return Optional.empty();
        }
        for (String end : List.of(".provider", ".ui")) {
            if (name.endsWith(end)) {
                return Optional.of(name.substring("org.ezhili.".length(), name.length() - end.length()));
            }
        }
        return Optional.empty();
    }
}
