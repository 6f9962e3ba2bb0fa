package org.ezhili.distribution.demo.internal.past;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ezhili.distribution.demo.internal.Resource;
import org.ezhili.distribution.demo.internal.people.Department;

/**
 * A sort of matter that happens in the demo district.
 *
 * @param category code in the catalogue
 * @param weight how often it happens, in relation to the others
 * @param department who handles it when the community cannot
 * @param hours about how long handling may take
 * @param descriptions what reporters write; {@code {place}} is where
 */
record Kind(String category, int weight, Optional<Department> department, int hours, List<String> descriptions) {

    static List<Kind> all() {
        return Resource.rows("kinds.csv").stream()
                .map(cells -> new Kind(
                        cells.get(0),
                        Integer.parseInt(cells.get(1)),
                        Optional.of(cells.get(2))
                                .filter(name -> !name.isEmpty())
                                .map(Department::valueOf),
                        Integer.parseInt(cells.get(3)),
                        List.of(cells.get(4).split("\\|"))))
                .toList();
    }

    /** One of them, the frequent ones more often. */
    static Kind pick(List<Kind> kinds, Random random) {
        int place = random.nextInt(kinds.stream().mapToInt(Kind::weight).sum());
        for (Kind kind : kinds) {
            place -= kind.weight();
            if (place < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("no kinds");
    }

    String describe(String place, Random random) {
        return descriptions.get(random.nextInt(descriptions.size())).replace("{place}", place);
    }
}
