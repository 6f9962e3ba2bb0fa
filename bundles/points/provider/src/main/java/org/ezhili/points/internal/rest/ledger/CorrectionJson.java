package org.ezhili.points.internal.rest.ledger;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.ezhili.points.internal.rest.Texts;

/** Why a posting was wrong. */
public record CorrectionJson(
        @NotBlank @Size(max = 80) @Pattern(regexp = Texts.PLAIN)
        String reason) {}
