package org.ezhili.distribution.demo.internal.past;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ezhili.matters.PastStep;

/** Tells one matter's history, step after step; what would lie in the future is left untold. */
final class Story {

    private final Pace pace;
    private final Instant now;
    private final int most;
    private final List<PastStep> steps = new ArrayList<>();
    private Instant at;
    private boolean open = true;

    /**
     * @param reportedAt where it begins
     * @param now where it ends at the latest
     * @param most steps that are told at most: a matter that got stuck
     */
    Story(Pace pace, Instant reportedAt, Instant now, int most) {
        this.pace = pace;
        this.at = reportedAt;
        this.now = now;
        this.most = most;
    }

    /** Goes on after about so many minutes. */
    Story then(double minutes, PastStep step) {
        at = pace.after(at, minutes);
        open = open && steps.size() < most && at.isBefore(now);
        if (open) {
            steps.add(new PastStep(step.action(), at, step.actor(), step.handler(), step.reason(), step.note()));
        }
        return this;
    }

    List<PastStep> steps() {
        return List.copyOf(steps);
    }
}
