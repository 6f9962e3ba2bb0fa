package org.ezhili.points.internal.store.ledger;

/**
 * Something in the tables of the ledger that is not as it must be.
 *
 * @param check what does not hold
 * @param subject id of the posting, lot or account, or code of the street
 * @param written what is there
 * @param expected what should be there
 */
public record Finding(String check, long subject, long written, long expected) {}
