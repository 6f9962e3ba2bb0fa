package org.ezhili.matters.internal.domain;

import java.util.Locale;
import java.util.Optional;

/** What somebody can do to a matter that was reported. */
public enum Action {
    /** 受理. */
    ACCEPT,
    /** 不予受理. */
    REJECT,
    /** 派单. */
    DISPATCH,
    /** 转办 to another handler, or 退回 by the handler. */
    TRANSFER,
    /** 接单. */
    TAKE,
    /** 处置反馈. */
    HAND_IN,
    /** 返工. */
    REWORK,
    /** 核查. */
    VERIFY,
    /** 结案. */
    CLOSE,
    /** 上报. */
    ESCALATE,
    /** 撤销. */
    CANCEL;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Action> ofWord(String word) {
        for (Action action : values()) {
            if (action.word().equals(word)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }
}
