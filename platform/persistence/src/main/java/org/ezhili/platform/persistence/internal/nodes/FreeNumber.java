package org.ezhili.platform.persistence.internal.nodes;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ezhili.platform.persistence.internal.nodes.NodeTable.Held;

/** Which number a node asks for: the one it had, else one that nobody had, else the one left longest ago. */
final class FreeNumber {

    private FreeNumber() {}

    static Optional<Integer> among(List<Held> rows, String name, Instant now) {
        List<Held> free = rows.stream()
                .filter(held -> held.isFreeAt(now))
                .sorted(Comparator.comparing(Held::idsUntil))
                .toList();
        Optional<Integer> former = numbers(
                free.stream().filter(held -> held.node().name().equals(name)).toList());
        if (former.isPresent()) {
            return former;
        }
        Set<Integer> known = rows.stream().map(held -> held.node().number()).collect(Collectors.toSet());
        return IntStream.range(0, NumberedIds.NUMBERS)
                .filter(number -> !known.contains(number))
                .boxed()
                .findFirst()
                .or(() -> numbers(free));
    }

    private static Optional<Integer> numbers(List<Held> free) {
        return free.stream().map(held -> held.node().number()).findFirst();
    }
}
