package org.ezhili.platform.modules.internal.domain.settings;

import java.util.List;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;

/** A module's settings of a street, or of its whole district. */
public record Scope(AreaCode area, String module) {

    /** Where values are looked for, nearest first. */
    public static List<AreaCode> layers(AreaCode area) {
        AreaCode district = area.at(AreaLevel.DISTRICT).orElse(area);
        return area.street().map(street -> List.of(street, district)).orElseGet(() -> List.of(district));
    }
}
