package org.ezhili.platform.security.internal;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.internal.domain.PermissionRules;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Which roles have which permissions, as the modules declare them; of each module its live version, else its newest. Thread-safe. */
@Component(service = PermissionTable.class)
public final class PermissionTable {

    private record Entry(Module module, ModuleInfo info, boolean live, int ranking, Version version) {

        /** While versions are switched two are live for a moment: the one that was switched to ranks higher. */
        private static final Comparator<Entry> WORTH =
                Comparator.comparing(Entry::live).thenComparing(Entry::ranking).thenComparing(Entry::version);

        private static Entry of(Module module, Map<String, Object> properties) {
            ModuleInfo info = module.info();
            int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer rank ? rank : 0;
            return new Entry(module, info, isLive(properties), ranking, Version.parseVersion(info.version()));
        }

        private static boolean isLive(Map<String, Object> properties) {
            return "true".equals(String.valueOf(properties.get("ezhili.live")));
        }
    }

    private final CallerCache cache;
    private final List<Entry> modules = new CopyOnWriteArrayList<>();
    private volatile List<Permission> declared = SecurityPermissions.INFO.permissions();

    @Activate
    public PermissionTable(@Reference CallerCache cache) {
        this.cache = cache;
    }

    /** This bundle's own module is left out: it is made of what needs this table. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(&(|(ezhili.ready=true)(ezhili.live=true))(!(ezhili.module=security)))",
            unbind = "removeModule")
    synchronized void addModule(Module module, Map<String, Object> properties) {
        modules.add(Entry.of(module, properties));
        declare();
    }

    synchronized void removeModule(Module module, Map<String, Object> properties) {
        boolean live = Entry.isLive(properties);
        modules.removeIf(entry -> entry.module() == module && entry.live() == live);
        declare();
    }

    /** The caller that somebody signed in with this account is. */
    Caller callerOf(Account account) {
        return new Caller(
                account.account(), account.name(), account.grants(), PermissionRules.of(declared, account.grants()));
    }

    private void declare() {
        Map<String, Entry> best = new HashMap<>();
        modules.forEach(entry -> best.merge(entry.info().id(), entry, BinaryOperator.maxBy(Entry.WORTH)));
        best.remove(SecurityPermissions.INFO.id());
        Stream<Permission> others = best.values().stream().flatMap(PermissionTable::own);
        List<Permission> next = Stream.concat(SecurityPermissions.INFO.permissions().stream(), others)
                .distinct()
                .sorted(Comparator.comparing(Permission::id))
                .toList();
        // another version of a module mostly says the same: nobody's rights are looked up anew for that
        if (!next.equals(declared)) {
            declared = next;
            cache.clear();
        }
    }

    /** A module says who may do what in it, and in no other. */
    private static Stream<Permission> own(Entry entry) {
        String prefix = entry.info().id() + ".";
        return entry.info().permissions().stream()
                .filter(permission -> permission.id().startsWith(prefix));
    }
}
