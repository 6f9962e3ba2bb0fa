package org.ezhili.points.internal.rest.activities;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;

/** Who is to be forgotten; their own account's name, written out, shows that they mean it. */
public record ErasureJson(@NotBlank @Size(max = 60) String account) {}
