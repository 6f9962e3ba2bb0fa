package org.ezhili.points.internal;

import java.time.Clock;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ezhili.grid.Areas;
import org.ezhili.platform.BlobStore;
import org.ezhili.platform.Ids;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Job;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Subscription;
import org.ezhili.platform.module.Switches;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Audit;
import org.ezhili.points.internal.desk.Places;
import org.ezhili.points.internal.desk.Switched;
import org.ezhili.points.internal.domain.activities.PublicTime;
import org.ezhili.points.internal.past.PastPart;
import org.ezhili.points.internal.store.earning.Earnings;
import org.ezhili.points.internal.store.ledger.Ledger;
import org.ezhili.points.internal.store.notices.Inbox;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** This version of the module: puts its parts together and publishes them. It knows matters only by their events. */
@Component(service = Module.class, configurationPid = "org.ezhili.points")
public final class PointsModule implements Module {

    private static final String ID = "points";

    private final Ledger ledger;
    private final List<Part> parts;
    private final ModuleInfo info;

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL,
            target = "(ezhili.live=true)")
    volatile @Nullable Areas areas;

    @Activate
    public PointsModule(
            PointsConfig config,
            @Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database,
            @Reference BlobStore blobs,
            @Reference Accounts accounts,
            @Reference Audit audit,
            @Reference Switches switches,
            @Reference Ids ids,
            @Reference Clock clock) {
        ZoneId zone = ZoneId.of(config.zone());
        Switched switched = new Switched(ID, switches);
        Places places = new Places(() -> areas);
        ledger = new Ledger(database, ids, clock, zone);
        Inbox inbox = new Inbox(database, switched::offStreets, ids, clock);
        Earnings earnings = new Earnings(database, ledger, inbox, switched::isOn, ids, clock, zone);
        Ground ground = new Ground(
                database, blobs, accounts, audit, switched, places, ids, clock, zone, inbox, ledger, earnings);
        PublicTime time = ActivitiesPart.publicTime(zone, config.holidays());
        parts = List.of(
                LedgerPart.of(ground),
                ActivitiesPart.of(ground, time),
                RewardsPart.of(ground),
                NoticesPart.of(ground),
                PastPart.of(ground, time));
        info = new ModuleInfo(
                ID,
                Build.VERSION,
                LocalText.of("志愿积分", "Points"),
                Set.of("grid"),
                parts.stream().flatMap(part -> part.permissions().stream()).toList(),
                true);
    }

    @Override
    public ModuleInfo info() {
        return info;
    }

    @Override
    public List<Object> resources() {
        return parts.stream().flatMap(part -> part.resources().stream()).toList();
    }

    @Override
    public Map<Class<?>, Object> services() {
        Map<Class<?>, Object> services = new HashMap<>();
        parts.forEach(part -> services.putAll(part.services()));
        return services;
    }

    @Override
    public List<Subscription<?>> subscriptions() {
        return parts.stream()
                .<Subscription<?>>flatMap(part -> part.subscriptions().stream())
                .toList();
    }

    @Override
    public List<Job> jobs() {
        return parts.stream().flatMap(part -> part.jobs().stream()).toList();
    }

    @Override
    public Health health() {
        try {
            ledger.balance("");
            return Health.good();
        } catch (ProblemException away) {
            return Health.bad("数据库暂时无法访问，请检查数据库服务", "The database does not answer; check the database service");
        }
    }
}
