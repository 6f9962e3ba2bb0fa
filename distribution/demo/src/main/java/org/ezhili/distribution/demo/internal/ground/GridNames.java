package org.ezhili.distribution.demo.internal.ground;

import java.util.List;

/** Names of grids and buildings as people say them. */
final class GridNames {

    private static final List<String> NUMERALS = List.of("一", "二", "三", "四", "五", "六");
    private static final List<String> DEDICATED = List.of("农贸市场", "学校", "医院", "商业街", "工业园", "公园", "物流园");

    private GridNames() {}

    static String residential(Division community, int number) {
        return community.shortName() + "第" + NUMERALS.get(number - 1) + "网格";
    }

    static String dedicated(Division community, int pick) {
        return community.shortName() + DEDICATED.get(pick % DEDICATED.size()) + "专属网格";
    }

    static String building(int number) {
        return number + "号楼";
    }
}
