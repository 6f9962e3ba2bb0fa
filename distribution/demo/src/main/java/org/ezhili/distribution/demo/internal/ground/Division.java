package org.ezhili.distribution.demo.internal.ground;

import java.util.List;
import org.ezhili.distribution.demo.internal.Resource;
import org.ezhili.platform.AreaCode;

/** One line of the national table: the district, a street or a community, as it is in truth. */
public record Division(AreaCode code, String name) {

    public static List<Division> all() {
        return Resource.rows("divisions.csv").stream()
                .map(cells -> new Division(AreaCode.of(cells.get(0)), cells.get(1)))
                .toList();
    }

    /** As people say it: without the words for its committee. */
    public String shortName() {
        return name.replace("居民委员会", "").replace("村民委员会", "").replace("管理委员会", "");
    }

    public boolean isVillage() {
        return name.endsWith("村民委员会");
    }
}
