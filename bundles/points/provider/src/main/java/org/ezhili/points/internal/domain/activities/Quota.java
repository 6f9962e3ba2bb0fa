package org.ezhili.points.internal.domain.activities;

/**
 * Seats of a shift.
 *
 * @param skill that is asked for; empty: for everybody
 */
public record Quota(String skill, int seats, int taken) {}
