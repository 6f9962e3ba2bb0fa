package org.ezhili.matters.internal.domain;

import java.util.List;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Grant;

/** Who sees which matters: those of one's area, those one reported, those one handles. Who once handled one is known to the store. */
public final class Sight {

    private Sight() {}

    public static boolean sees(Caller caller, Matter matter) {
        return matter.reporter().equals(caller.account())
                || matter.isHandledBy(caller.account())
                || areas(caller).stream().anyMatch(area -> area.contains(matter.area()));
    }

    /** The areas whose matters the caller oversees, without those that lie in another of them. */
    public static List<AreaCode> areas(Caller caller) {
        List<AreaCode> all = caller.grants().stream()
                .filter(grant -> Part.oversees(grant.role()))
                .map(Grant::area)
                .distinct()
                .sorted()
                .toList();
        return all.stream()
                .filter(area -> all.stream().noneMatch(other -> !other.equals(area) && other.contains(area)))
                .toList();
    }
}
