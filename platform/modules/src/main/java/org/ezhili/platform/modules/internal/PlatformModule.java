package org.ezhili.platform.modules.internal;

import java.time.Duration;
import java.util.List;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Job;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.modules.internal.logs.ModuleLogs;
import org.ezhili.platform.modules.internal.rest.LookResource;
import org.ezhili.platform.modules.internal.rest.ModulesResource;
import org.ezhili.platform.modules.internal.rest.PicturesResource;
import org.ezhili.platform.modules.internal.rest.SettingsResource;
import org.ezhili.platform.modules.internal.rest.StreetPicturesResource;
import org.ezhili.platform.modules.internal.rest.StreetsResource;
import org.ezhili.platform.modules.internal.settings.Pictures;
import org.ezhili.platform.modules.internal.settings.SettingsBook;
import org.ezhili.platform.modules.internal.settings.SettingsDesk;
import org.ezhili.platform.modules.internal.store.SwitchStore;
import org.ezhili.platform.security.Accounts;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishes this module: which modules are there, which a street has, and what it has set for them. */
@Component
public final class PlatformModule implements Module {

    private final Pictures pictures;
    private final SwitchStore switches;
    private final List<Object> resources;

    @Activate
    public PlatformModule(
            @Reference ModuleCatalogue modules,
            @Reference SwitchBoard board,
            @Reference SettingsDesk desk,
            @Reference SettingsBook book,
            @Reference Pictures pictures,
            @Reference ModuleLogs logs,
            @Reference Accounts accounts,
            @Reference SwitchStore switches) {
        this.pictures = pictures;
        this.switches = switches;
        resources = List.of(
                new ModulesResource(modules, logs),
                new StreetsResource(board),
                new SettingsResource(desk, modules, accounts),
                new PicturesResource(pictures),
                new StreetPicturesResource(desk, pictures),
                new LookResource(book));
    }

    @Override
    public ModuleInfo info() {
        return PlatformPermissions.INFO;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public List<Job> jobs() {
        return List.of(new Job("discard-unused-pictures", Duration.ofHours(1), pictures::discardUnused));
    }

    @Override
    public String settings() {
        return PlatformPermissions.settings();
    }

    /** Without its database the whole node can do nothing. */
    @Override
    public Health health() {
        try {
            switches.revision();
            return Health.good();
        } catch (ProblemException away) {
            return Health.bad("数据库没有应答", "the database does not answer");
        }
    }
}
