package org.ezhili.platform.security.internal.rest;

import java.util.List;
import org.ezhili.platform.security.internal.domain.AccountEntry;

/** An account in the administrators' list. */
public record AccountJson(String account, String name, List<GrantJson> grants, boolean active, boolean signIn) {

    static AccountJson of(AccountEntry entry) {
        return new AccountJson(
                entry.account().account(),
                entry.account().name(),
                entry.account().grants().stream().map(GrantJson::of).toList(),
                entry.account().active(),
                entry.signIn());
    }
}
