package org.ezhili.platform.modules.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.modules.internal.settings.SettingsForms;
import org.ezhili.platform.modules.internal.settings.SettingsForms.Said;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The modules that are there, each in its live version, else in its newest. Thread-safe. */
@Component(service = ModuleCatalogue.class, immediate = true)
public final class ModuleCatalogue {

    private record Entry(Module module, ModuleInfo info, boolean live, int ranking, Version version) {

        /** While versions are switched two are live for a moment: the one that was switched to ranks higher. */
        private static final Comparator<Entry> WORTH =
                Comparator.comparing(Entry::live).thenComparing(Entry::ranking).thenComparing(Entry::version);

        private static Entry of(Module module, Map<String, Object> properties) {
            ModuleInfo info = module.info();
            boolean live = "true".equals(String.valueOf(properties.get("ezhili.live")));
            int ranking = properties.get(Constants.SERVICE_RANKING) instanceof Integer rank ? rank : 0;
            return new Entry(module, info, live, ranking, Version.parseVersion(info.version()));
        }
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    private final SettingsForms forms;

    @Activate
    public ModuleCatalogue(@Reference SettingsForms forms) {
        this.forms = forms;
        tellForms();
    }

    /** This bundle's own module is left out: it is made of what needs this catalogue. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            target = "(&(|(ezhili.ready=true)(ezhili.live=true))(!(ezhili.module=platform)))",
            unbind = "removeModule")
    void addModule(Module module, Map<String, Object> properties) {
        Entry entry = Entry.of(module, properties);
        if (!entry.info().id().equals(PlatformPermissions.INFO.id())) {
            entries.add(entry);
            tellForms();
        }
    }

    void removeModule(Module module, Map<String, Object> properties) {
        Entry gone = Entry.of(module, properties);
        entries.removeIf(entry -> entry.module() == module && entry.live() == gone.live());
        tellForms();
    }

    private synchronized void tellForms() {
        Map<String, List<Said>> versions = new HashMap<>();
        versions.put(PlatformPermissions.INFO.id(), List.of(new Said(Build.VERSION, PlatformPermissions.settings())));
        entries.stream().sorted(Entry.WORTH.reversed()).forEach(entry -> versions.computeIfAbsent(
                        entry.info().id(), id -> new ArrayList<>())
                .add(new Said(entry.info().version(), entry.module().settings())));
        forms.set(versions);
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
