package org.ezhili.platform.modules.internal.domain;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.ezhili.platform.module.ModuleInfo;

/** What may be switched: no core module, none that another one needs, none whose own needs are off. */
public final class SwitchPlan {

    private SwitchPlan() {}

    /**
     * Whether {@code module} may be switched for a street.
     *
     * @param modules all that are there
     * @param isOn which are on for the street
     */
    public static Verdict of(
            ModuleInfo module, boolean enabled, Collection<ModuleInfo> modules, Predicate<String> isOn) {
        if (!module.switchable()) {
            return new Verdict.Core();
        }
        return enabled ? whetherOn(module, modules, isOn) : whetherOff(module, modules, isOn);
    }

    private static Verdict whetherOff(ModuleInfo module, Collection<ModuleInfo> modules, Predicate<String> isOn) {
        List<String> users = modules.stream()
                .filter(other -> other.needs().contains(module.id()))
                .map(ModuleInfo::id)
                .filter(isOn)
                .sorted()
                .toList();
        return users.isEmpty() ? new Verdict.Free() : new Verdict.NeededBy(users);
    }

    private static Verdict whetherOn(ModuleInfo module, Collection<ModuleInfo> modules, Predicate<String> isOn) {
        List<String> off = module.needs().stream()
                .filter(need -> modules.stream().noneMatch(other -> other.id().equals(need)) || !isOn.test(need))
                .sorted()
                .toList();
        return off.isEmpty() ? new Verdict.Free() : new Verdict.Needs(off);
    }

    /** Whether a module may be switched. */
    public sealed interface Verdict {

        record Free() implements Verdict {}

        /** It belongs to the core. */
        record Core() implements Verdict {}

        /** Others that are on need it. */
        record NeededBy(List<String> modules) implements Verdict {}

        /** It needs others that are off. */
        record Needs(List<String> modules) implements Verdict {}
    }
}
