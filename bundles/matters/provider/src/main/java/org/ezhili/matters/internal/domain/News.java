package org.ezhili.matters.internal.domain;

import org.ezhili.matters.MatterAccepted;
import org.ezhili.matters.MatterCancelled;
import org.ezhili.matters.MatterClosed;
import org.ezhili.matters.MatterDispatched;
import org.ezhili.matters.MatterEscalated;
import org.ezhili.matters.MatterEvent;
import org.ezhili.matters.MatterHandedBack;
import org.ezhili.matters.MatterHandled;
import org.ezhili.matters.MatterRejected;
import org.ezhili.matters.MatterReported;
import org.ezhili.matters.MatterReturned;
import org.ezhili.matters.MatterTaken;
import org.ezhili.matters.MatterTransferred;
import org.ezhili.matters.MatterVerified;

/** What other modules are told. */
public final class News {

    private News() {}

    public static MatterEvent reported(Matter m) {
        return new MatterReported(m.id(), m.area(), m.category(), m.reporter(), m.reportedAt());
    }

    public static MatterEvent of(Action action, Outcome.Done done) {
        Matter m = done.matter();
        Step s = done.step();
        String handler = m.handler().orElse("");
        String before = done.before().handler().orElse("");
        return switch (action) {
            case ACCEPT -> new MatterAccepted(m.id(), m.area(), m.category(), s.actor(), s.at());
            case REJECT -> new MatterRejected(m.id(), m.area(), m.category(), s.actor(), s.at());
            case DISPATCH -> new MatterDispatched(m.id(), m.area(), m.category(), s.actor(), s.at(), handler);
            case TRANSFER ->
                m.state() == State.ACCEPTED
                        ? new MatterHandedBack(m.id(), m.area(), m.category(), s.actor(), s.at(), before)
                        : new MatterTransferred(m.id(), m.area(), m.category(), s.actor(), s.at(), before, handler);
            case TAKE -> new MatterTaken(m.id(), m.area(), m.category(), s.actor(), s.at());
            case HAND_IN -> new MatterHandled(m.id(), m.area(), m.category(), s.actor(), s.at());
            case REWORK -> new MatterReturned(m.id(), m.area(), m.category(), s.actor(), s.at(), handler);
            case VERIFY -> new MatterVerified(m.id(), m.area(), m.category(), s.actor(), s.at());
            case CLOSE -> new MatterClosed(m.id(), m.area(), m.category(), s.actor(), s.at());
            case ESCALATE ->
                new MatterEscalated(
                        m.id(),
                        m.area(),
                        m.category(),
                        s.actor(),
                        s.at(),
                        m.tier().word());
            case CANCEL -> new MatterCancelled(m.id(), m.area(), m.category(), s.actor(), s.at());
        };
    }
}
