package org.ezhili.platform.security.internal.rest;

import java.util.List;
import java.util.Optional;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.Size;
import org.ezhili.platform.security.internal.domain.AccountChange;
import org.ezhili.platform.security.internal.domain.AccountName;
import org.jspecify.annotations.Nullable;

/** What is to be different about an account; what is left out stays. */
public record AccountChangeJson(
        @Size(max = 100) @Pattern(regexp = AccountName.SHOWN) @Nullable
        String name,

        @Size(min = 1, max = 50) @Nullable List<@NotNull @Valid GrantJson> grants,
        @Nullable Boolean active,
        @Size(max = 400) @Nullable String password) {

    AccountChange toDomain() {
        return new AccountChange(
                Optional.ofNullable(name),
                Optional.ofNullable(grants).map(GrantsJson::toDomain),
                Optional.ofNullable(active),
                Optional.ofNullable(password));
    }

    @Override
    public String toString() {
        return "AccountChangeJson[hidden]";
    }
}
