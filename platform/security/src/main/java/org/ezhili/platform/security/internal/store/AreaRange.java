package org.ezhili.platform.security.internal.store;

import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;

/** The codes inside an area as a range of digits, which every index and every collation can answer. */
record AreaRange(String from, String to) {

    static AreaRange of(AreaCode area) {
        int missing = AreaLevel.HOUSEHOLD.digits() - area.digits().length();
        return new AreaRange(area.digits(), area.digits() + "9".repeat(missing));
    }
}
