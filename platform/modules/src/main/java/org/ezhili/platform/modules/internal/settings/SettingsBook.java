package org.ezhili.platform.modules.internal.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.module.Settings;
import org.ezhili.platform.modules.internal.Watch;
import org.ezhili.platform.modules.internal.domain.settings.Scope;
import org.ezhili.platform.modules.internal.settings.SettingsForms.Offered;
import org.ezhili.platform.modules.internal.store.SettingsStore;
import org.ezhili.platform.modules.internal.store.SettingsStore.Changes;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Answers from memory what streets have set, and looks each second whether another node has changed something. Thread-safe. */
@Component(service = {Settings.class, SettingsBook.class})
public final class SettingsBook implements Settings {

    private static final AreaCode NOWHERE = AreaCode.of("000000");

    private final SettingsStore store;
    private final SettingsForms forms;
    private final Watch watch;
    private volatile @Nullable State state;

    @Activate
    public SettingsBook(@Reference SettingsStore store, @Reference SettingsForms forms) {
        this.store = store;
        this.forms = forms;
        this.watch = new Watch("settings", this::look);
    }

    @Deactivate
    public void stop() {
        watch.close();
    }

    @Override
    public Values of(String module, AreaCode area) {
        return new Held(module, holding(module, area));
    }

    /** All that holds at {@code area}, by name. */
    public Map<String, Object> holding(String module, AreaCode area) {
        return known().holding(module, area);
    }

    /** Takes over what was just changed. */
    public synchronized void refresh() {
        State before = state;
        Changes changes = store.since(before == null ? -1 : before.revision);
        if (before != null && changes.revision() <= before.revision) {
            return;
        }
        Map<Scope, Map<String, Object>> values = new HashMap<>(before == null ? Map.of() : before.values);
        values.putAll(changes.values());
        state = new State(changes.revision(), values, forms.all());
    }

    /** Until the database has told it once nobody knows what was set. */
    private State known() {
        State now = state;
        if (now == null) {
            throw new ProblemException(Problem.unavailable("starting", 2));
        }
        if (now.forms != forms.all()) {
            now = new State(now.revision, now.values, forms.all());
            replace(now);
        }
        return now;
    }

    private synchronized void replace(State next) {
        State now = state;
        if (now != null && now.revision <= next.revision) {
            state = next;
        }
    }

    private void look() {
        State before = state;
        if (before == null || store.revision() != before.revision) {
            refresh();
        }
    }

    /** What is set and what can be, at one moment, and what follows from it, worked out once. */
    private static final class State {

        private final long revision;
        private final Map<Scope, Map<String, Object>> values;
        private final Map<String, Offered> forms;
        private final Map<List<Scope>, Map<String, Object>> holding = new ConcurrentHashMap<>();

        State(long revision, Map<Scope, Map<String, Object>> values, Map<String, Offered> forms) {
            this.revision = revision;
            this.values = values;
            this.forms = forms;
        }

        Map<String, Object> holding(String module, AreaCode area) {
            Offered offered = forms.get(module);
            if (offered == null) {
                throw new ProblemException(Problem.unavailable("starting", 2));
            }
            // only places where something is set are remembered, so the memory does not grow with what is asked for
            List<Scope> set = Scope.layers(area).stream()
                    .map(layer -> new Scope(layer, module))
                    .filter(values::containsKey)
                    .toList();
            return holding.computeIfAbsent(
                    set.isEmpty() ? List.of(new Scope(NOWHERE, module)) : set, layers -> offered.wide()
                            .holding(layers.stream()
                                    .map(layer -> values.getOrDefault(layer, Map.of()))
                                    .toList()));
        }
    }

    private record Held(String module, Map<String, Object> values) implements Values {

        @Override
        public String text(String name) {
            return as(String.class, name);
        }

        @Override
        public long whole(String name) {
            return as(Long.class, name);
        }

        @Override
        public double number(String name) {
            return as(Double.class, name);
        }

        @Override
        public boolean flag(String name) {
            return as(Boolean.class, name);
        }

        private <T> T as(Class<T> type, String name) {
            Object value = values.get(name);
            if (!type.isInstance(value)) {
                throw new IllegalArgumentException(
                        "the settings of " + module + " have no " + type.getSimpleName() + " " + name);
            }
            return Objects.requireNonNull(type.cast(value));
        }
    }
}
