package org.ezhili.platform.security.internal;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.module.Permission;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.internal.domain.PermissionRules;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Which roles have which permissions, as the modules declare them; of each module its live version, else its newest. Thread-safe. */
@Component(service = PermissionTable.class)
public final class PermissionTable {

    private record Entry(Module module, ModuleInfo info, boolean live) {
        boolean beats(Entry other) {
            return live == other.live ? version().compareTo(other.version()) > 0 : live;
        }

        private Version version() {
            return Version.parseVersion(info.version());
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
            target = "(!(ezhili.module=security))",
            unbind = "removeModule")
    synchronized void addModule(Module module, Map<String, Object> properties) {
        boolean live = "true".equals(String.valueOf(properties.get("ezhili.live")));
        modules.add(new Entry(module, module.info(), live));
        declare();
    }

    synchronized void removeModule(Module module, Map<String, Object> properties) {
        boolean live = "true".equals(String.valueOf(properties.get("ezhili.live")));
        modules.removeIf(entry -> entry.module() == module && entry.live() == live);
        declare();
    }

    /** The caller that somebody signed in with this account is. */
    Caller callerOf(Account account) {
        return new Caller(
                account.account(), account.name(), account.grants(), PermissionRules.of(declared, account.grants()));
    }

    private void declare() {
        Stream<Permission> others = modules.stream()
                .filter(entry -> !entry.info().id().equals(SecurityPermissions.INFO.id()))
                .filter(entry -> modules.stream()
                        .noneMatch(
                                other -> other.info().id().equals(entry.info().id()) && other.beats(entry)))
                .flatMap(PermissionTable::own);
        declared = Stream.concat(SecurityPermissions.INFO.permissions().stream(), others)
                .distinct()
                .toList();
        cache.clear();
    }

    /** A module says who may do what in it, and in no other. */
    private static Stream<Permission> own(Entry entry) {
        String prefix = entry.info().id() + ".";
        return entry.info().permissions().stream()
                .filter(permission -> permission.id().startsWith(prefix));
    }
}
