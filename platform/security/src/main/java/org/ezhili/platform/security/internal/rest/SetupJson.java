package org.ezhili.platform.security.internal.rest;

import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.ezhili.platform.security.internal.domain.AccountName;
import org.jspecify.annotations.Nullable;

/**
 * The first administrator.
 *
 * @param area code of the district; left out: the configured one
 */
public record SetupJson(
        @NotNull @Size(max = 100) String token,
        @NotNull @Pattern(regexp = AccountName.FORM) String account,

        @NotBlank @Size(max = 100) @Pattern(regexp = AccountName.SHOWN)
        String name,

        @NotNull @Size(max = 400) String password,
        @Pattern(regexp = "[0-9]{6}") @Nullable String area) {

    @Override
    public String toString() {
        return "SetupJson[hidden]";
    }
}
