package org.ezhili.distribution.demo.internal.ground;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ezhili.platform.AreaCode;

/** How many grids each community has: two to six, 292 in all, as in the district of the report. */
final class GridCounts {

    static final int ALL = 292;
    private static final int LEAST = 2;
    private static final int MOST = 6;

    private GridCounts() {}

    static Map<AreaCode, Integer> of(List<Division> communities, Random random) {
        Map<AreaCode, Integer> counts = new LinkedHashMap<>();
        communities.forEach(community -> counts.put(community.code(), LEAST));
        int left = ALL - LEAST * communities.size();
        while (left > 0) {
            AreaCode lucky = communities.get(random.nextInt(communities.size())).code();
            int count = counts.getOrDefault(lucky, LEAST);
            if (count < MOST) {
                counts.put(lucky, count + 1);
                left--;
            }
        }
        return counts;
    }
}
