package org.ezhili.platform.modules.internal.domain.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ezhili.platform.Problem.Fault;

/** All that a street may set for a module. Immutable. */
public final class Form {

    private final Map<String, Field> fields = new LinkedHashMap<>();

    public Form(Collection<Field> fields) {
        fields.forEach(field -> this.fields.put(field.name(), field));
    }

    public Collection<Field> fields() {
        return List.copyOf(fields.values());
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** What is wrong with these values. */
    public List<Fault> faults(Map<String, Object> values) {
        List<Fault> faults = new ArrayList<>();
        values.forEach((name, value) -> field(name)
                .map(field -> field.fault(value))
                .orElseGet(() -> Optional.of(new Fault("values." + name, "unknown-field", List.of())))
                .ifPresent(faults::add));
        return faults;
    }

    /** Values without fault, as the platform keeps them. */
    public Map<String, Object> kept(Map<String, Object> values) {
        Map<String, Object> kept = new LinkedHashMap<>();
        fields.forEach((name, field) -> {
            Object value = values.get(name);
            if (value != null) {
                kept.put(name, field.kept(value));
            }
        });
        return kept;
    }

    /** What holds: the first layer that has a fitting value, else the default. */
    public Map<String, Object> holding(List<Map<String, Object>> layers) {
        Map<String, Object> holding = new LinkedHashMap<>();
        fields.forEach((name, field) -> holding.put(name, field.kept(holding(field, layers))));
        return holding;
    }

    private static Object holding(Field field, List<Map<String, Object>> layers) {
        for (Map<String, Object> layer : layers) {
            Object value = layer.get(field.name());
            if (value != null && field.fault(value).isEmpty()) {
                return value;
            }
        }
        return field.fallback();
    }

    /** This form with what only {@code other} has, for two versions of a module side by side. */
    public Form with(Form other) {
        Map<String, Field> all = new LinkedHashMap<>(other.fields);
        all.putAll(fields);
        return new Form(all.values());
    }
}
