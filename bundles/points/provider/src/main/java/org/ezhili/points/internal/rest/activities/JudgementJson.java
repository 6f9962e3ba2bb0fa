package org.ezhili.points.internal.rest.activities;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/**
 * What a person has found.
 *
 * @param upheld whether something is wrong
 */
public record JudgementJson(
        @NotNull Boolean upheld,

        @NotBlank @Size(max = 200) @Pattern(regexp = Wire.PLAIN)
        String note) {}
