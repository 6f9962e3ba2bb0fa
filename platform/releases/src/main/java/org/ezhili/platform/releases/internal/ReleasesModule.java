package org.ezhili.platform.releases.internal;

import java.util.List;
import org.ezhili.platform.gateway.LiveVersions;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.releases.internal.intake.Intake;
import org.ezhili.platform.releases.internal.intake.Releases;
import org.ezhili.platform.releases.internal.rest.ModulesResource;
import org.ezhili.platform.releases.internal.rest.ReleasesResource;
import org.ezhili.platform.releases.internal.rest.UpgradesResource;
import org.ezhili.platform.releases.internal.upgrades.Upgrades;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishes this module: how releases arrive, and the way from one version to the next. */
@Component(property = "ezhili.module=releases")
public final class ReleasesModule implements Module {

    private final List<Object> resources;

    @Activate
    public ReleasesModule(
            @Reference Releases releases,
            @Reference Intake intake,
            @Reference Upgrades upgrades,
            @Reference LiveVersions versions) {
        resources = List.of(
                new ReleasesResource(releases, intake), new UpgradesResource(upgrades), new ModulesResource(versions));
    }

    @Override
    public ModuleInfo info() {
        return ReleasePermissions.INFO;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Health health() {
        return Health.good();
    }
}
