package org.ezhili.platform.modules.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The modules that are there, each in its live version, else in its newest. Thread-safe. */
@Component(service = ModuleCatalogue.class)
public final class ModuleCatalogue {

    private record Entry(Module module, ModuleInfo info, boolean live) {

        private static final Comparator<Entry> WORTH = Comparator.comparing(Entry::live)
                .thenComparing(entry -> Version.parseVersion(entry.info().version()));

        private static Entry of(Module module, Map<String, Object> properties) {
            return new Entry(module, module.info(), "true".equals(String.valueOf(properties.get("ezhili.live"))));
        }
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    @Activate
    public ModuleCatalogue() {}

    /** This bundle's own module is left out: it is made of what needs this catalogue. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(!(ezhili.module=platform))",
            unbind = "removeModule")
    void addModule(Module module, Map<String, Object> properties) {
        Entry entry = Entry.of(module, properties);
        if (!entry.info().id().equals(PlatformPermissions.INFO.id())) {
            entries.add(entry);
        }
    }

    void removeModule(Module module, Map<String, Object> properties) {
        Entry gone = Entry.of(module, properties);
        entries.removeIf(entry -> entry.module() == module && entry.live() == gone.live());
    }

    /** A module and how it is. */
    public record Listed(ModuleInfo info, Health health) {}

    public List<Listed> list() {
        Stream<Listed> others =
                best().map(entry -> new Listed(entry.info(), entry.module().health()));
        return Stream.concat(Stream.of(new Listed(PlatformPermissions.INFO, Health.good())), others)
                .sorted(Comparator.comparing(listed -> listed.info().id()))
                .toList();
    }

    public List<ModuleInfo> infos() {
        return Stream.concat(Stream.of(PlatformPermissions.INFO), best().map(Entry::info))
                .sorted(Comparator.comparing(ModuleInfo::id))
                .toList();
    }

    public Optional<ModuleInfo> find(String id) {
        return infos().stream().filter(info -> info.id().equals(id)).findFirst();
    }

    private Stream<Entry> best() {
        return entries.stream()
                .map(entry -> entry.info().id())
                .distinct()
                .flatMap(
                        id -> entries.stream().filter(entry -> entry.info().id().equals(id)).max(Entry.WORTH).stream());
    }
}
