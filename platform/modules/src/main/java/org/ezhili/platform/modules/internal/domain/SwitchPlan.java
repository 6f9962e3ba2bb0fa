package org.ezhili.platform.modules.internal.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ezhili.platform.module.ModuleInfo;

/** What may be switched: no core module, none that another one needs, none whose own needs are off, unless they are switched on along with it. */
public final class SwitchPlan {

    private SwitchPlan() {}

    /**
     * A wish to switch a module for a street.
     *
     * @param withNeeded modules that it needs may be switched on along with it
     */
    public record Wish(ModuleInfo module, boolean on, boolean withNeeded) {}

    /**
     * Whether a wish may be fulfilled.
     *
     * @param modules all that are there
     * @param isOn which are on for the street
     */
    public static Verdict of(Wish wish, Collection<ModuleInfo> modules, Predicate<String> isOn) {
        if (!wish.module().switchable()) {
            return new Verdict.Core();
        }
        return wish.on() ? whetherOn(wish, modules, isOn) : whetherOff(wish.module(), modules, isOn);
    }

    private static Verdict whetherOff(ModuleInfo module, Collection<ModuleInfo> modules, Predicate<String> isOn) {
        List<String> users = modules.stream()
                .filter(other -> other.needs().contains(module.id()))
                .map(ModuleInfo::id)
                .filter(isOn)
                .sorted()
                .toList();
        return users.isEmpty() ? Verdict.Free.ALONE : new Verdict.NeededBy(users);
    }

    private static Verdict whetherOn(Wish wish, Collection<ModuleInfo> modules, Predicate<String> isOn) {
        Map<String, ModuleInfo> byId =
                modules.stream().collect(Collectors.toMap(ModuleInfo::id, info -> info, (one, other) -> one));
        Set<String> needed = new TreeSet<>();
        addNeeds(wish.module(), byId, needed);
        needed.remove(wish.module().id());
        List<String> missing =
                needed.stream().filter(need -> !byId.containsKey(need)).toList();
        if (!missing.isEmpty()) {
            return new Verdict.Missing(missing);
        }
        List<String> off = needed.stream().filter(isOn.negate()).toList();
        return off.isEmpty() || wish.withNeeded() ? new Verdict.Free(off) : new Verdict.Needs(off);
    }

    private static void addNeeds(ModuleInfo module, Map<String, ModuleInfo> byId, Set<String> needed) {
        for (String need : module.needs()) {
            if (needed.add(need) && byId.containsKey(need)) {
                addNeeds(byId.get(need), byId, needed);
            }
        }
    }

    /** Whether a module may be switched. */
    public sealed interface Verdict {

        /** It may, and so may those along with it. */
        record Free(List<String> along) implements Verdict {

            static final Free ALONE = new Free(List.of());
        }

        /** It belongs to the core. */
        record Core() implements Verdict {}

        /** Others that are on need it. */
        record NeededBy(List<String> modules) implements Verdict {}

        /** It needs others that are off. */
        record Needs(List<String> modules) implements Verdict {}

        /** It needs others that are not installed. */
        record Missing(List<String> modules) implements Verdict {}
    }
}
