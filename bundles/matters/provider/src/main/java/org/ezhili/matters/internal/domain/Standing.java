package org.ezhili.matters.internal.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ezhili.platform.security.Caller;

/** Which parts somebody has in one matter. */
public record Standing(Set<Part> parts) {

    public Standing {
        parts = Set.copyOf(parts);
    }

    /** The parts that the caller's account and grants give in this matter as it stands. */
    public static Standing of(Caller caller, Matter matter) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (matter.reporter().equals(caller.account())) {
            parts.add(Part.REPORTER);
        }
        if (matter.isHandledBy(caller.account())) {
            parts.add(Part.HANDLER);
        }
        caller.grants().stream()
                .filter(grant -> grant.area().contains(matter.area()))
                .flatMap(grant -> Tier.of(grant.role()).stream())
                .filter(tier -> tier.compareTo(matter.tier()) >= 0)
                .forEach(tier -> parts.add(Part.of(tier)));
        return new Standing(parts);
    }

    boolean hasOneOf(Set<Part> wanted) {
        return !Collections.disjoint(parts, wanted);
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    /** The highest tier on which they decide here; empty when they have no such part. */
    public Optional<Tier> tier() {
        return Stream.of(Tier.values()).filter(tier -> has(Part.of(tier))).reduce((low, high) -> high);
    }
}
