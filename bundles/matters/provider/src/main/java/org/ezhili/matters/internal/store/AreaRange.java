package org.ezhili.matters.internal.store;

import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;

/**
 * The codes inside an area, first and last, of digits alone: in a database of another language's order no other character is
 * sure to come after the digits, or before them.
 */
record AreaRange(String first, String last) {

    static AreaRange of(AreaCode area) {
        int missing = AreaLevel.HOUSEHOLD.digits() - area.digits().length();
        return new AreaRange(area.digits(), area.digits() + "9".repeat(missing));
    }
}
