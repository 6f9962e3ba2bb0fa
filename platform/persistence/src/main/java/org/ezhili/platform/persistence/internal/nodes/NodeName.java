package org.ezhili.platform.persistence.internal.nodes;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How this node is called, and which number it was told to take, if any.
 *
 * @param name from {@code ezhili.node.name}, else the machine's own
 * @param number from {@code ezhili.node}; empty: any that is free
 */
public record NodeName(String name, Optional<Integer> number) {

    private static final int LONGEST = 100;

    public NodeName {
        name = name.substring(0, Math.min(LONGEST, name.length()));
        if (number.filter(told -> told < 0 || told >= NumberedIds.NUMBERS).isPresent()) {
            throw new IllegalArgumentException(wrong(String.valueOf(number.get())));
        }
    }

    /** @throws IllegalArgumentException when the number is none, in words for district IT */
    static NodeName of(@Nullable String name, @Nullable String number) {
        String called = name == null || name.isBlank() ? ofMachine() : name.trim();
        if (number == null || number.isBlank()) {
            return new NodeName(called, Optional.empty());
        }
        if (!number.trim().matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException(wrong(number));
        }
        return new NodeName(called, Optional.of(Integer.valueOf(number.trim())));
    }

    private static String wrong(String number) {
        return "EZHILI_NODE (system property ezhili.node) must be a number from 0 to 1023, or not be set: " + number;
    }

    private static String ofMachine() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "node";
        }
    }
}
