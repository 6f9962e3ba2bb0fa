package org.ezhili.grid;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.osgi.annotation.versioning.ProviderType;

/** The area tree. Thread-safe; reads are answered from memory. */
@ProviderType
public interface Areas {

    /** The area of this code, if it is valid today. */
    Optional<Area> find(AreaCode code);

    /** Names by code; codes that do not exist are left out. */
    Map<AreaCode, String> names(Collection<AreaCode> codes);

    /** The district first, {@code code} last; empty when there is no such area. */
    List<Area> lineage(AreaCode code);

    /** The areas of one level that are {@code within} or lie in it, in the order of their codes; empty when there are none. */
    List<Area> level(AreaCode within, AreaLevel level);

    /**
     * The grid that a point lies in. A point on a boundary belongs to the grid of the lower code.
     *
     * @param lon WGS 84 degrees, -180 to 180
     * @param lat WGS 84 degrees, -90 to 90
     * @return empty when the point lies in no grid
     */
    Optional<Area> locate(double lon, double lat);

    /**
     * Puts areas into the tree in one transaction: new ones are added, those whose code is there get the new name, kind and
     * boundary. Parents come before children or are there already.
     *
     * @return how many were added or changed
     * @throws IllegalArgumentException naming the first area that does not fit; nothing is changed then
     */
    int put(List<AreaDraft> areas);
}
