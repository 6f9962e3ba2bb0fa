package org.ezhili.platform.releases.internal.rest;

import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;

/** Which module is to go back to the version before; what went up together with it goes back together with it. */
public record RollBackWishJson(
        @NotNull @Pattern(regexp = "[a-z][a-z-]{1,30}") String module) {}
