package org.ezhili.points.internal.domain.earning;

/**
 * A street's points of one year.
 *
 * @param amount the most that may be given
 * @param given what was given, less what was taken back; taken back in another year it can be below zero
 */
public record Budget(int year, long amount, long given) {

    public long left() {
        return Math.max(0, amount - given);
    }
}
