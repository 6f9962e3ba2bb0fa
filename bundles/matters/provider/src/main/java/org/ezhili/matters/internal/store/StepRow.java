package org.ezhili.matters.internal.store;

import java.time.Instant;
import java.util.Optional;
import javax.persistence.Column;
import javax.persistence.Convert;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.matters.internal.domain.Step;
import org.ezhili.matters.internal.domain.Tier;
import org.ezhili.platform.persistence.InstantAttribute;
import org.jspecify.annotations.Nullable;

/** One line of a history. It is inserted and never updated. */
@Entity
@IdClass(StepRowId.class)
@Table(schema = "matters", name = "step")
class StepRow {

    @Id
    @Column(name = "matter_id")
    private long matter;

    @Id
    @Column(name = "seq")
    private int seq;

    @Column(name = "done_at")
    @Convert(converter = InstantAttribute.class)
    private Instant at;

    @Column(name = "actor")
    private String actor;

    @Column(name = "action")
    private String action;

    @Column(name = "from_state")
    private @Nullable String fromState;

    @Column(name = "to_state")
    private String toState;

    @Column(name = "tier")
    private String tier;

    @Column(name = "handler")
    private @Nullable String handler;

    @Column(name = "reason")
    private @Nullable String reason;

    @Column(name = "note")
    private @Nullable String note;

    @Column(name = "photos")
    private @Nullable String photos;

    static StepRow from(Step step) {
        StepRow row = new StepRow();
        row.matter = step.matter();
        row.seq = step.seq();
        row.at = step.at();
        row.actor = step.actor();
        row.action = step.action();
        row.fromState = step.from().map(State::word).orElse(null);
        row.toState = step.to().word();
        row.tier = step.tier().word();
        row.handler = step.handler().orElse(null);
        row.reason = step.reason().orElse(null);
        row.note = step.note().orElse(null);
        row.photos = Lists.joined(step.photos());
        return row;
    }

    Step toDomain() {
        return new Step(
                matter,
                seq,
                at,
                actor,
                action,
                Optional.ofNullable(fromState).flatMap(State::ofWord),
                State.ofWord(toState).orElseThrow(),
                Tier.ofWord(tier),
                Optional.ofNullable(handler),
                Optional.ofNullable(reason),
                Optional.ofNullable(note),
                Lists.split(photos));
    }
}
