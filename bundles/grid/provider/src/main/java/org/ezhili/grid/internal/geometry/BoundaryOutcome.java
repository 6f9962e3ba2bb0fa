package org.ezhili.grid.internal.geometry;

import java.util.List;

/** What reading a boundary comes to. */
public sealed interface BoundaryOutcome {

    record Fits(Boundary boundary) implements BoundaryOutcome {}

    /**
     * Not a boundary.
     *
     * @param code of the cause, with its text under {@code fault.<code>}
     */
    record Unfit(String code, List<Object> arguments) implements BoundaryOutcome {
        public Unfit {
            arguments = List.copyOf(arguments);
        }
    }

    static BoundaryOutcome unfit(String code, Object... arguments) {
        return new Unfit(code, List.of(arguments));
    }
}
