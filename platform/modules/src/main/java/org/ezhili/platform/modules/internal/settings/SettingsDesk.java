package org.ezhili.platform.modules.internal.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.Problem;
import org.ezhili.platform.Problem.Fault;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.modules.internal.PlatformPermissions;
import org.ezhili.platform.modules.internal.Streets;
import org.ezhili.platform.modules.internal.domain.settings.Field;
import org.ezhili.platform.modules.internal.domain.settings.Field.Format;
import org.ezhili.platform.modules.internal.domain.settings.Form;
import org.ezhili.platform.modules.internal.domain.settings.Scope;
import org.ezhili.platform.modules.internal.domain.settings.Version;
import org.ezhili.platform.modules.internal.settings.SettingsForms.Offered;
import org.ezhili.platform.modules.internal.store.SettingsStore;
import org.ezhili.platform.modules.internal.store.SettingsStore.Draft;
import org.ezhili.platform.modules.internal.store.SettingsStore.Outcome;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where somebody sets what a street, or their district, wants of a module. Every change is kept and in the audit log. Thread-safe. */
@Component(service = SettingsDesk.class)
public final class SettingsDesk {

    private final Streets streets;
    private final SettingsForms forms;
    private final SettingsBook book;
    private final SettingsStore store;
    private final Pictures pictures;
    private final Audit audit;

    @Activate
    public SettingsDesk(
            @Reference Streets streets,
            @Reference SettingsForms forms,
            @Reference SettingsBook book,
            @Reference SettingsStore store,
            @Reference Pictures pictures,
            @Reference Audit audit) {
        this.streets = streets;
        this.forms = forms;
        this.book = book;
        this.store = store;
        this.pictures = pictures;
        this.audit = audit;
    }

    /**
     * How the settings of a module stand at one place.
     *
     * @param newest what was set last; empty when nothing ever was
     * @param inherited what would hold if nothing were set here
     */
    public record Sheet(
            Scope scope,
            String schema,
            Optional<Version> newest,
            Map<String, Object> values,
            Map<String, Object> inherited) {}

    public Sheet sheet(Caller caller, Scope scope) {
        check(caller, scope);
        return sheet(scope, offered(scope));
    }

    /** The modules that can be set at a place, with how many versions each has there. */
    public Map<String, Integer> overview(Caller caller, AreaCode area) {
        check(caller, new Scope(area, PlatformPermissions.ID));
        Map<String, Integer> versions = store.versions(area);
        Map<String, Integer> all = new LinkedHashMap<>();
        forms.all().keySet().stream().sorted().forEach(id -> all.put(id, versions.getOrDefault(id, 0)));
        return all;
    }

    /** Sets what is given and nothing else. {@code seen} is the version that the caller's values are a change of. */
    public Sheet set(Caller caller, Scope scope, int seen, Map<String, Object> values) {
        check(caller, scope);
        Offered offered = offered(scope);
        Set<Long> named = fitting(scope, offered.form(), values, 400);
        Map<String, Object> kept = offered.form().kept(values);
        Optional<Version> newest = store.newest(scope);
        boolean same = newest.map(Version::values).orElse(Map.of()).equals(plain(kept));
        if (same && newest.map(Version::number).orElse(0) == seen) {
            return sheet(scope, offered);
        }
        return kept(caller, new Draft(scope, seen, kept, named, Optional.empty(), caller.account()), offered);
    }

    /** Sets again what was set in an earlier version. */
    public Sheet revert(Caller caller, Scope scope, int seen, int number) {
        check(caller, scope);
        Offered offered = offered(scope);
        Version earlier = store.version(scope, number).orElseThrow(() -> new ProblemException(Problem.notFound()));
        Set<Long> named = fitting(scope, offered.form(), earlier.values(), 422);
        Map<String, Object> kept = offered.form().kept(earlier.values());
        return kept(caller, new Draft(scope, seen, kept, named, Optional.of(number), caller.account()), offered);
    }

    public Page<Version> history(Caller caller, Scope scope, PageRequest page) {
        check(caller, scope);
        offered(scope);
        return store.history(scope, page);
    }

    /** May the caller set something there? Otherwise the place is not there for them, and the attempt is on record. */
    public void check(Caller caller, Scope scope) {
        AreaCode area = scope.area();
        if (!caller.may(PlatformPermissions.SETTINGS, area)) {
            audit.record(caller, PlatformPermissions.SETTINGS, scope.module(), Optional.of(area), "foreign-area");
            throw new ProblemException(Problem.notFound());
        }
        if (streets.place(area).isEmpty()) {
            throw new ProblemException(Problem.notFound());
        }
    }

    private Offered offered(Scope scope) {
        return forms.of(scope.module()).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    private Sheet kept(Caller caller, Draft draft, Offered offered) {
        Outcome outcome = store.keep(draft);
        book.refresh();
        if (outcome instanceof Outcome.Stale stale) {
            throw ProblemException.of(409, "settings-stale", stale.version());
        }
        Version version = ((Outcome.Kept) outcome).version();
        audit.record(
                caller,
                PlatformPermissions.SETTINGS,
                draft.scope().module() + " " + version.number(),
                Optional.of(draft.scope().area()),
                draft.from().map(number -> "back-to-" + number).orElse("set"));
        return sheet(draft.scope(), offered);
    }

    private Sheet sheet(Scope scope, Offered offered) {
        Optional<Version> newest = store.newest(scope);
        Map<String, Object> own = newest.map(Version::values).orElse(Map.of());
        boolean ofStreet = scope.area().level() == AreaLevel.STREET;
        Map<String, Object> above = ofStreet
                ? book.holding(
                        scope.module(), scope.area().at(AreaLevel.DISTRICT).orElseThrow())
                : offered.form().holding(List.of());
        return new Sheet(scope, offered.schema(), newest, fitting(offered.form(), own), above);
    }

    /** What was set under an earlier schema and does not fit today's is not set. */
    private static Map<String, Object> fitting(Form form, Map<String, Object> values) {
        Map<String, Object> fitting = new LinkedHashMap<>();
        values.forEach((name, value) -> form.field(name)
                .filter(field -> field.fault(value).isEmpty())
                .ifPresent(field -> fitting.put(name, value)));
        return fitting;
    }

    /** The pictures that the values name; refuses values that do not fit. */
    private Set<Long> fitting(Scope scope, Form form, Map<String, Object> values, int status) {
        List<Fault> faults = form.faults(values);
        if (!faults.isEmpty()) {
            throw new ProblemException(
                    status == 400 ? Problem.badRequest(faults) : Problem.unprocessable("settings-unfit", faults));
        }
        Set<String> named = form.fields().stream()
                .filter(field -> field.format() == Format.PICTURE)
                .map(Field::name)
                .map(name -> String.valueOf(values.getOrDefault(name, "")))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toSet());
        if (!named.stream().allMatch(id -> pictures.isFor(scope.area(), id))) {
            throw ProblemException.field("values", "picture");
        }
        return named.stream().map(Long::valueOf).collect(Collectors.toSet());
    }

    /** As they come back from a row: small whole numbers are Integers there. */
    private static Map<String, Object> plain(Map<String, Object> values) {
        return Content.read(Content.write(values));
    }
}
