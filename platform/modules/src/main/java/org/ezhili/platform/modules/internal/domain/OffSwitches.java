package org.ezhili.platform.modules.internal.domain;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ezhili.platform.AreaCode;

/**
 * What is off, as of one revision. Immutable.
 *
 * @param revision how many changes there had been
 * @param streets by module
 */
public record OffSwitches(long revision, Map<String, Set<AreaCode>> streets) {

    public OffSwitches {
        streets = Map.copyOf(streets);
    }

    public static OffSwitches of(long revision, Collection<Switch> off) {
        return new OffSwitches(
                revision,
                off.stream()
                        .collect(Collectors.groupingBy(
                                Switch::module, Collectors.mapping(Switch::street, Collectors.toUnmodifiableSet()))));
    }

    /** The streets for which the module is off. */
    public Set<AreaCode> of(String module) {
        return streets.getOrDefault(module, Set.of());
    }

    /** Whether the module is on for the street of {@code area}; above the streets it always is. */
    public boolean isOn(String module, AreaCode area) {
        Set<AreaCode> off = of(module);
        return off.isEmpty() || area.street().filter(off::contains).isEmpty();
    }
}
