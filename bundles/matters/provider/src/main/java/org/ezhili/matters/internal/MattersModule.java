package org.ezhili.matters.internal;

import static org.ezhili.platform.security.Role.COMMUNITY;
import static org.ezhili.platform.security.Role.DEPARTMENT;
import static org.ezhili.platform.security.Role.DISTRICT;
import static org.ezhili.platform.security.Role.RESIDENT;
import static org.ezhili.platform.security.Role.STREET;
import static org.ezhili.platform.security.Role.WORKER;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ezhili.grid.Areas;
import org.ezhili.matters.PastMatters;
import org.ezhili.matters.internal.desk.Desk;
import org.ezhili.matters.internal.desk.Handling;
import org.ezhili.matters.internal.desk.Inbox;
import org.ezhili.matters.internal.desk.Intake;
import org.ezhili.matters.internal.desk.Places;
import org.ezhili.matters.internal.desk.Switched;
import org.ezhili.matters.internal.desk.Wanted;
import org.ezhili.matters.internal.domain.limits.Catalogues;
import org.ezhili.matters.internal.domain.limits.WorkingTime;
import org.ezhili.matters.internal.past.PastLife;
import org.ezhili.matters.internal.past.PastLoad;
import org.ezhili.matters.internal.photo.Development;
import org.ezhili.matters.internal.photo.Uploads;
import org.ezhili.matters.internal.rest.CategoriesResource;
import org.ezhili.matters.internal.rest.CountersResource;
import org.ezhili.matters.internal.rest.MatterViews;
import org.ezhili.matters.internal.rest.MattersResource;
import org.ezhili.matters.internal.rest.PhotosResource;
import org.ezhili.matters.internal.store.MatterLists;
import org.ezhili.matters.internal.store.MatterStore;
import org.ezhili.matters.internal.store.PastStore;
import org.ezhili.matters.internal.store.PhotoStore;
import org.ezhili.matters.internal.store.Tallies;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.Ids;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Job;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.module.Settings;
import org.ezhili.platform.module.Switches;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Audit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** This version of the module: puts its parts together and publishes them. */
@Component(service = Module.class, configurationPid = "org.ezhili.matters")
public final class MattersModule implements Module {

    private static final String ID = "matters";

    private static final ModuleInfo INFO = new ModuleInfo(
            ID,
            Build.VERSION,
            LocalText.of("事件处置", "Matters"),
            Set.of("grid"),
            List.of(
                    Permission.of(Intake.REPORT, "报事", "Report matters", RESIDENT, WORKER, COMMUNITY, STREET, DISTRICT),
                    Permission.of(
                            Inbox.READ,
                            "查看事件",
                            "See matters",
                            RESIDENT,
                            WORKER,
                            COMMUNITY,
                            STREET,
                            DEPARTMENT,
                            DISTRICT),
                    Permission.of(
                            Handling.ACT,
                            "办理事件",
                            "Act on matters",
                            RESIDENT,
                            WORKER,
                            COMMUNITY,
                            STREET,
                            DEPARTMENT,
                            DISTRICT),
                    Permission.of(
                            "matters.manage", "受理派单", "Triage and dispatch matters", COMMUNITY, STREET, DISTRICT)),
            true);

    private final Tallies tallies;
    private final MatterStore store;
    private final Uploads uploads;
    private final PastMatters past;
    private final List<Object> resources;
    private final String settings = Resources.settings();

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL,
            target = "(ezhili.live=true)")
    volatile @Nullable Areas areas;

    @Activate
    public MattersModule(
            MattersConfig config,
            @Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database,
            @Reference BlobStore blobs,
            @Reference Accounts accounts,
            @Reference Audit audit,
            @Reference Switches switches,
            @Reference Settings settings,
            @Reference Ids ids,
            @Reference Clock clock) {
        Catalogues catalogues = Resources.catalogues();
        WorkingTime time = Resources.workingTime(config.zone(), config.shifts(), config.holidays());
        Places places = new Places(() -> areas);
        Switched switched = new Switched(ID, switches);
        tallies = new Tallies(database, ids);
        store = new MatterStore(database, ids);
        uploads = new Uploads(new PhotoStore(database), blobs, new Development(), ids, clock);
        past = new PastLoad(new PastLife(catalogues.current(), time), new PastStore(database, ids));
        Wanted wanted = new Wanted(ID, settings);
        Desk desk = new Desk(store, switched, audit);
        Inbox inbox = new Inbox(new MatterLists(database), tallies, switched, audit, clock);
        Intake intake = new Intake(store, catalogues, time, places, switched, wanted, audit, ids, clock);
        Handling handling = new Handling(desk, store, accounts, wanted);
        MatterViews views = new MatterViews(accounts, places, catalogues, clock);
        resources = List.of(
                new MattersResource(intake, desk, handling, inbox, store, views, clock),
                new CountersResource(inbox),
                new CategoriesResource(catalogues),
                new PhotosResource(uploads, desk, audit));
    }

    @Override
    public ModuleInfo info() {
        return INFO;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Map<Class<?>, Object> services() {
        return Map.of(PastMatters.class, past);
    }

    @Override
    public List<Job> jobs() {
        return List.of(
                new Job("fold-counters", Duration.ofSeconds(30), tallies::fold),
                new Job("discard-unused-photos", Duration.ofHours(1), uploads::discardUnused));
    }

    @Override
    public String settings() {
        return settings;
    }

    @Override
    public Health health() {
        try {
            store.find(0);
            return Health.good();
        } catch (ProblemException away) {
            return Health.bad("数据库暂时无法访问，请检查数据库服务", "The database does not answer; check the database service");
        }
    }
}
