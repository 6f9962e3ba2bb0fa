package org.ezhili.points.internal.rest.rewards;

/** Somebody's place on a waiting list, beginning with 1; 0 for who does not wait. */
public record WaitingJson(String reward, long place) {}
