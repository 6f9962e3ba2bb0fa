package org.ezhili.points.internal.rest.notices;

/** How many notices have not been read. */
public record UnreadJson(long unread) {}
