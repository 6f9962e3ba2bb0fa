package org.ezhili.points.internal.rest.ledger;

import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.ezhili.points.internal.rest.Texts;
import org.jspecify.annotations.Nullable;

/** A suggestion that was adopted, or what a unit has contributed. */
public record NewOccasionJson(
        @NotNull @Pattern(regexp = "suggestion|contribution")
        String kind,

        @NotBlank @Size(max = 60) String owner,

        @Nullable @Size(max = 40) @Pattern(regexp = Texts.PLAIN)
        String category,

        @Min(1) @Max(1_000) int quantity) {}
