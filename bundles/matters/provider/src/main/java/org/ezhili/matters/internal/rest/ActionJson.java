package org.ezhili.matters.internal.rest;

import java.util.List;
import javax.validation.constraints.Min;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is to be done to a matter, as it is sent. */
public record ActionJson(
        @NotBlank @Size(max = 20) String action,
        @NotNull @Min(1) Integer version,
        @Nullable @Size(max = 60) String handler,

        @Nullable @Size(max = 500) @Pattern(regexp = Texts.PLAIN)
        String reason,

        @Nullable @Size(max = 2000) @Pattern(regexp = Texts.PLAIN)
        String note,

        @Nullable @Size(max = 9) List<@NotNull @Pattern(regexp = "[0-9]{1,19}") String> photos) {}
