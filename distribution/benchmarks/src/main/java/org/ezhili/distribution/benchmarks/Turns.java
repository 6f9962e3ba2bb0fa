package org.ezhili.distribution.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Collectors;

/**
 * Contenders that are measured in turns: A B C, B C A, C A B … The speed of a machine changes from minute to minute; whatever
 * slows it down slows all of them.
 */
public final class Turns {

    private final List<Contender> contenders = new ArrayList<>();

    private record Contender(String name, DoubleSupplier measure, List<Double> taken) {}

    public Turns with(String name, DoubleSupplier measure) {
        contenders.add(new Contender(name, measure, new ArrayList<>()));
        return this;
    }

    /** The measures of each, in order. */
    public Map<String, List<Double>> take(int rounds) {
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                Contender next = contenders.get((round + turn) % contenders.size());
                next.taken().add(next.measure().getAsDouble());
            }
        }
        return contenders.stream().collect(Collectors.toMap(Contender::name, Contender::taken));
    }
}
