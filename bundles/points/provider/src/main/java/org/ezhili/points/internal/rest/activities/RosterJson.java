package org.ezhili.points.internal.rest.activities;

import org.jspecify.annotations.Nullable;

/** A member as the other members see them: no account, no hours. */
public record RosterJson(@Nullable String name, boolean leader) {}
