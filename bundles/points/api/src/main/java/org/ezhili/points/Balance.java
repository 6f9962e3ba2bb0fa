package org.ezhili.points;

/**
 * How an account stands. None is negative, and there is no debt beside points that could pay it.
 *
 * @param available can be spent
 * @param held promised to rewards that are not collected yet
 * @param debt is paid from what is earned next
 */
public record Balance(long available, long held, long debt) {}
