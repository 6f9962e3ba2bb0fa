package org.ezhili.matters.internal.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;

/**
 * A matter as it stands.
 *
 * @param ruleVersion of the catalogue that it was filed under
 * @param tier how high it has been raised
 * @param handler to whom it is given now, or who handled it
 * @param returned the handler has it back for rework
 * @param dueAt when its time limit runs out; never moved by what is done to it
 * @param version number of steps in its history
 * @param photos ids of the photos that came with the report
 */
public record Matter(
        long id,
        String ruleVersion,
        String category,
        String description,
        AreaCode area,
        Optional<Spot> spot,
        State state,
        Tier tier,
        String reporter,
        Optional<String> handler,
        boolean returned,
        Instant reportedAt,
        Instant dueAt,
        int version,
        List<Long> photos) {

    public boolean isOverdue(Instant now) {
        return state.owesWork() && dueAt.isBefore(now);
    }

    public boolean isHandledBy(String account) {
        return handler.filter(account::equals).isPresent();
    }

    /** As it was when it had just been reported. */
    public Matter asReported() {
        return new Matter(
                id,
                ruleVersion,
                category,
                description,
                area,
                spot,
                State.REPORTED,
                Tier.of(area),
                reporter,
                Optional.empty(),
                false,
                reportedAt,
                dueAt,
                1,
                photos);
    }

    Matter moved(State to, Tier toTier, Optional<String> by, boolean isReturned) {
        return new Matter(
                id,
                ruleVersion,
                category,
                description,
                area,
                spot,
                to,
                toTier,
                reporter,
                by,
                isReturned,
                reportedAt,
                dueAt,
                version + 1,
                photos);
    }
}
