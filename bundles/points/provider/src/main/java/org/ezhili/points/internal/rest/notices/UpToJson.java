package org.ezhili.points.internal.rest.notices;

import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;

/** The latest notice that was seen: what came after it stays unread. */
public record UpToJson(
        @NotNull @Pattern(regexp = "[0-9]{1,19}") String upTo) {}
