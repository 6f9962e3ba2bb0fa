package org.ezhili.matters.internal.rest;

import java.util.Map;

/** How many matters are in which state, how many of them are late, how many wait for the caller. */
public record CountersJson(Map<String, Long> states, long overdue, long mine) {}
