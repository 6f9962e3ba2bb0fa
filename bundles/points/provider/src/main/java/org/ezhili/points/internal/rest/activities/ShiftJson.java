package org.ezhili.points.internal.rest.activities;

import java.time.Instant;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotEmpty;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A shift, as it is published. */
public record ShiftJson(
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,
        @NotEmpty @Size(max = 20) List<@NotNull @Valid SeatsJson> quotas) {

    /** Seats, for one skill or for everybody. */
    public record SeatsJson(
            @Nullable @Size(max = 40) @Pattern(regexp = Wire.WORD)
            String skill,

            @NotNull @Min(1) @Max(10_000) Integer seats) {}
}
