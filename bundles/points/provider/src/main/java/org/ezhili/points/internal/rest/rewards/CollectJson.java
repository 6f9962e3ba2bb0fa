package org.ezhili.points.internal.rest.rewards;

import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What was typed or scanned at a counter: a code or a pass. */
public record CollectJson(
        @Nullable @Size(max = 40) String code,
        @Nullable @Size(max = 600) String pass) {}
