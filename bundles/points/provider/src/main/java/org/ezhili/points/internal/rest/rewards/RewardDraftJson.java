package org.ezhili.points.internal.rest.rewards;

import java.time.Instant;
import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.Max;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A reward, as it is to be.
 *
 * @param perPerson at most how many for one person; 0: no limit
 * @param version that a change starts from; not for a new one
 * @param meetings of a course; one that is left out of a change is called off
 */
public record RewardDraftJson(
        @NotBlank @Size(max = 9) String area,
        @NotBlank @Size(max = 8) String kind,

        @NotBlank @Size(max = 80) @Pattern(regexp = RewardFields.PLAIN)
        String title,

        @NotNull @Size(max = 2000) @Pattern(regexp = RewardFields.PLAIN)
        String description,

        @Min(1) @Max(1_000_000) long price,
        @Min(0) @Max(1_000_000) int stock,
        @Min(0) @Max(1_000) int perPerson,
        @NotNull Instant opensAt,
        @NotNull Instant closesAt,
        @Min(1) @Max(365) int collectDays,
        @Nullable @Pattern(regexp = "[0-9]{1,18}") String picture,
        boolean offered,
        @Nullable Integer version,
        @Nullable @Valid @Size(max = 60) List<@NotNull NewMeetingJson> meetings) {}
