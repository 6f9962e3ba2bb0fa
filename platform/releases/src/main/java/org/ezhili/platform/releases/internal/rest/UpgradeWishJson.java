package org.ezhili.platform.releases.internal.rest;

import java.util.List;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;

/**
 * Which modules are to go to which version, all in one step.
 *
 * @param modules one, or a set that must go together
 */
public record UpgradeWishJson(
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid ToJson> modules) {

    /** One module. */
    public record ToJson(
            @NotNull @Pattern(regexp = "[a-z][a-z-]{1,30}") String module,

            @NotNull @Pattern(regexp = "[0-9]{1,6}\\.[0-9]{1,6}\\.[0-9]{1,6}(\\.[A-Za-z0-9_-]{1,30})?")
            String version) {}
}
