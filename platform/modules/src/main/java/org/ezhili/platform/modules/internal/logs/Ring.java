package org.ezhili.platform.modules.internal.logs;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/** The last so many lines, newest first when asked. Thread-safe; a reader holds up writers for as long as it copies. */
final class Ring {

    private final int room;
    private final Deque<LogLine> lines;

    Ring(int room) {
        this.room = room;
        this.lines = new ArrayDeque<>(room);
    }

    synchronized void add(LogLine line) {
        if (lines.size() == room) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    /** The newest {@code most} that fit and are older than number {@code before}. */
    List<LogLine> newest(Predicate<LogLine> fits, long before, int most) {
        List<LogLine> found = new ArrayList<>();
        copy().stream()
                .filter(line -> line.number() < before && fits.test(line))
                .limit(most)
                .forEach(found::add);
        return found;
    }

    private synchronized List<LogLine> copy() {
        List<LogLine> copy = new ArrayList<>(lines.size());
        lines.descendingIterator().forEachRemaining(copy::add);
        return copy;
    }
}
