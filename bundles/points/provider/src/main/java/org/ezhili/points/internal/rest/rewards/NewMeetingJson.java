package org.ezhili.points.internal.rest.rewards;

import java.time.Instant;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** When a course is to meet. With an id: that meeting is changed; without: it is new. */
public record NewMeetingJson(
        @Nullable @Pattern(regexp = "[0-9]{1,19}") String id,
        @NotNull Instant startsAt,
        @NotNull Instant endsAt,

        @NotBlank @Size(max = 200) @Pattern(regexp = RewardFields.PLAIN)
        String place) {}
