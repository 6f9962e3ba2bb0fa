package org.ezhili.platform.security;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** The directory of accounts, for modules that give work to people. Thread-safe. */
@ProviderType
public interface Accounts {

    /** The account of this name, active or not. */
    Optional<Account> find(String account);

    /** Names shown to people, by account; accounts that do not exist are left out. One query however many are asked. */
    Map<String, String> names(Collection<String> accounts);

    /** Active accounts that hold {@code role} for {@code area} or an area inside it, by account name. */
    Page<Account> holding(Role role, AreaCode area, PageRequest page);

    /** Makes accounts in one transaction; those whose name is taken are left as they are. Returns how many were made. */
    int register(List<NewAccount> accounts);
}
