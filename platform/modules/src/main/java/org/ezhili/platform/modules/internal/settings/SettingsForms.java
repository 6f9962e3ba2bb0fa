package org.ezhili.platform.modules.internal.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ezhili.platform.modules.internal.domain.settings.Form;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What can be set for each module, by what its versions that are here say. The catalogue of modules tells it; it asks nobody, so
 * that modules can depend on settings. Thread-safe.
 */
@Component(service = SettingsForms.class)
public final class SettingsForms {

    private static final Logger LOG = LoggerFactory.getLogger(SettingsForms.class);

    /**
     * A module's form.
     *
     * @param schema as the live version gives it
     * @param form of the live version
     * @param wide with what only other versions have, so that each version finds its own
     */
    public record Offered(String schema, Form form, Form wide) {}

    /** What one version of a module gives as its schema; empty for none. */
    public record Said(String version, String schema) {}

    private record Told(String id, String schema) {}

    private final SchemaReader reader = new SchemaReader();
    /** What was made of each schema that is here; to make it takes longer than a switch of versions may. */
    private Map<Told, Optional<Form>> known = Map.of();

    private volatile Map<String, Offered> offered = Map.of();

    @Activate
    public SettingsForms() {}

    public Optional<Offered> of(String module) {
        return Optional.ofNullable(offered.get(module));
    }

    /** The same map as long as nothing has changed. */
    Map<String, Offered> all() {
        return offered;
    }

    /**
     * Takes over which versions there are.
     *
     * @param versions of each module, the live one first
     */
    public synchronized void set(Map<String, List<Said>> versions) {
        Map<Told, Optional<Form>> here = new HashMap<>();
        Map<String, Offered> next = new HashMap<>();
        versions.forEach((id, all) -> all.stream()
                .flatMap(said -> here
                        .computeIfAbsent(new Told(id, said.schema()), told -> known(told, said.version()))
                        .map(form -> new Offered(said.schema(), form, form))
                        .stream())
                .reduce(SettingsForms::both)
                .ifPresent(one -> next.put(id, one)));
        known = here;
        if (!next.equals(offered)) {
            offered = Map.copyOf(next);
        }
    }

    private static Offered both(Offered first, Offered other) {
        return first.wide() == other.wide()
                ? first
                : new Offered(first.schema(), first.form(), first.wide().with(other.wide()));
    }

    private Optional<Form> known(Told told, String version) {
        Optional<Form> before = known.get(told);
        return before == null ? read(told, version) : before;
    }

    private Optional<Form> read(Told told, String version) {
        if (told.schema().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.read(told.schema()));
        } catch (IllegalArgumentException unfit) {
            LOG.error(
                    "Settings of {} {} cannot be offered, its maker must correct the schema: {}",
                    told.id(),
                    version,
                    unfit.getMessage());
            return Optional.empty();
        }
    }
}
