package org.ezhili.platform.releases.internal.walk;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.releases.internal.walk.FeatureDesk.Release;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What walks have left on this node: versions that nobody is served by any more, and bundles that no feature owns. */
@Component(service = Remains.class)
public final class Remains {

    private static final Logger LOG = LoggerFactory.getLogger(Remains.class);

    private final BundleContext context;
    private final LiveVersions versions;
    private final FeatureDesk desk;
    private final Standby standby;

    @Activate
    public Remains(
            BundleContext context,
            @Reference LiveVersions versions,
            @Reference FeatureDesk desk,
            @Reference Standby standby) {
        this.context = context;
        this.versions = versions;
        this.desk = desk;
        this.standby = standby;
    }

    /**
     * Puts back what a node that was killed has lost, once its framework has come up.
     *
     * @return whether everything is there; if not, it is to be tried again
     */
    public boolean mend() {
        try {
            if (desk.isComplete()) {
                desk.mend();
                return true;
            }
            return false;
        } catch (Exception notNow) {
            LOG.debug("what this node has lost could not be put back yet", notNow);
            return false;
        }
    }

    /** Takes them away; to be called when no walk is open. */
    public void clear() {
        try {
            List<Release> left = desk.installed().stream()
                    .filter(release -> isLeft(release.module(), release.version()) && !standby.has(release))
                    .toList();
            if (!left.isEmpty()) {
                LOG.info("nobody is served by {} any more; it goes", left);
                desk.uninstall(left);
            }
            orphans();
        } catch (Exception stays) {
            LOG.warn("what interrupted walks have left could not be taken away; it is tried again", stays);
        }
    }

    private boolean isLeft(String module, Version version) {
        Optional<Version> live = versions.live(module);
        return live.map(serving -> !serving.equals(version))
                .orElse(LiveVersions.NONE.equals(versions.decided().get(module)));
    }

    /** Bundles that were installed when the power went, before the features service had written them down. */
    void orphans() throws Exception {
        Set<Release> installed = new HashSet<>(desk.installed());
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
