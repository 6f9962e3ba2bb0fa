package org.ezhili.points.internal.rest.activities;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;

/** Which member leads the team from now on. */
public record LeaderJson(@NotBlank @Size(max = 60) String leader) {}
