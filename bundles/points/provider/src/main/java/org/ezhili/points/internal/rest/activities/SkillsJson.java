package org.ezhili.points.internal.rest.activities;

import java.util.List;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/** All skills of a volunteer. */
public record SkillsJson(
        @NotNull @Size(max = 20) List<@NotBlank @Size(max = 40) @Pattern(regexp = Wire.WORD) String> skills) {}
