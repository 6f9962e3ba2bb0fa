package org.ezhili.points.internal.rest.rewards;

/** Somebody's place on a waiting list, beginning with 1. */
public record WaitingJson(String reward, long place) {}
