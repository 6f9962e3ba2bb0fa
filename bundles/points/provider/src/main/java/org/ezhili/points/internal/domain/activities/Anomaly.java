package org.ezhili.points.internal.domain.activities;

import java.time.Instant;
import java.util.Optional;
import org.ezhili.platform.AreaCode;

/**
 * What a person should look at. It is a suspicion, not a finding.
 *
 * @param account whom it is about; for a phone, one of those who checked in with it
 * @param other somebody else whom it is about
 * @param signup the sign-up in question; 0 when it is about none alone
 * @param before the sign-up before it; 0 when there is none
 * @param times how often it happened, or how many people it is about; 0 where nothing is counted
 * @param reason what somebody had to say
 * @param judgement what a person has found; empty while nobody has looked
 */
public record Anomaly(
        long id,
        Kind kind,
        AreaCode street,
        String account,
        Optional<String> other,
        long signup,
        long before,
        long metres,
        long seconds,
        long times,
        Optional<String> reason,
        Instant foundAt,
        Optional<Judgement> judgement) {

    /** What is suspicious. */
    public enum Kind {
        /** 短时异地: too far from the check-in before for the time between. */
        TRAVEL,
        /** 一机多人: many have checked in with one phone. */
        DEVICE,
        /** 小圈子: a coordinator mostly checks in the same few by hand. */
        CIRCLE,
        /** 公示异议: somebody objects to hours that are public. */
        OBJECTION
    }

    /**
     * What a person has found.
     *
     * @param upheld true: something is wrong; the hours in question are struck
     */
    public record Judgement(boolean upheld, String by, Instant at, String note) {}
}
