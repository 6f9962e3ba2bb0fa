package org.ezhili.points.internal.domain.rewards;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a voucher is. All but {@link #HELD} are ends. */
public enum VoucherState {
    /** Its points are held; it can be collected. */
    HELD,
    /** The reward was handed over, the points are gone. */
    COLLECTED,
    /** Given up by its holder, or by the street with the whole reward: the points are back. */
    CANCELLED,
    /** Not collected in time: the points are back. */
    EXPIRED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<VoucherState> ofWord(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
