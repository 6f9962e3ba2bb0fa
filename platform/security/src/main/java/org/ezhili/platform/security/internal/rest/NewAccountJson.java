package org.ezhili.platform.security.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.ezhili.platform.security.NewAccount;
import org.ezhili.platform.security.internal.domain.AccountName;
import org.jspecify.annotations.Nullable;

/** An account to be opened; without a password it cannot sign in. */
public record NewAccountJson(
        @NotNull @Pattern(regexp = AccountName.FORM) String account,

        @NotBlank @Size(max = 100) @Pattern(regexp = AccountName.SHOWN)
        String name,

        @Size(max = 400) @Nullable String password,
        @NotNull @Size(min = 1, max = 50) List<@NotNull @Valid GrantJson> grants) {

    NewAccount toDomain() {
        return new NewAccount(account, name, GrantsJson.toDomain(grants), Optional.ofNullable(password));
    }

    @Override
    public String toString() {
        return "NewAccountJson[" + account + "]";
    }
}
