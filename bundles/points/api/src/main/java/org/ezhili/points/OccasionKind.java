package org.ezhili.points;

import java.util.Locale;
import java.util.Optional;

/** For what points can be earned. A street's rules say how many. */
public enum OccasionKind {
    /** 志愿服务: minutes served; the category is the kind of service. */
    SERVICE,
    /** 上报受理: a report that was accepted; the category is the matter's. */
    REPORT_ACCEPTED,
    /** 上报办结: a report whose matter was closed; the category is the matter's. */
    REPORT_RESOLVED,
    /** 建议采纳: a suggestion that was adopted. */
    SUGGESTION,
    /** 共建贡献: what a resident unit gave. */
    CONTRIBUTION;

    /** Name on the wire and in the tables, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<OccasionKind> ofWord(String word) {
        for (OccasionKind kind : values()) {
            if (kind.word().equals(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
