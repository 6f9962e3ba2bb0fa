package org.ezhili.matters.internal.domain.limits;

import java.util.Locale;

/** What a time limit is counted in (GB/T 30428). */
public enum LimitUnit {
    /** 紧急工作时: the clock runs on through nights and holidays. */
    URGENT_HOURS,
    /** 工作时: hours within the shifts of working days. */
    WORKING_HOURS,
    /** 工作日: as many shifts as one working day has, each. */
    WORKING_DAYS,
    /** 自然日: days of 24 hours. */
    NATURAL_DAYS;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LimitUnit ofWord(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
