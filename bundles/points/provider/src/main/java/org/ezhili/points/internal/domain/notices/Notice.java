package org.ezhili.points.internal.domain.notices;

import java.time.Instant;

/** News as somebody has it, read or not yet. */
public record Notice(long id, News news, Instant toldAt, boolean isRead) {}
