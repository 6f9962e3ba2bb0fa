package org.ezhili.matters.internal.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One line of a matter's history; never changed.
 *
 * @param seq 1 for the report, then counting on: the matter's version after it
 * @param action word of the action, {@value #REPORT} for the first
 * @param from empty for the report
 * @param tier of the matter after it
 * @param handler of the matter after it
 */
public record Step(
        long matter,
        int seq,
        Instant at,
        String actor,
        String action,
        Optional<State> from,
        State to,
        Tier tier,
        Optional<String> handler,
        Optional<String> reason,
        Optional<String> note,
        List<Long> photos) {

    public static final String REPORT = "report";

    /** The first step of a matter. */
    public static Step reported(Matter matter) {
        return new Step(
                matter.id(),
                matter.version(),
                matter.reportedAt(),
                matter.reporter(),
                REPORT,
                Optional.empty(),
                matter.state(),
                matter.tier(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                matter.photos());
    }
}
