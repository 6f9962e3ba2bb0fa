package org.ezhili.platform.security.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Accounts;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.NewAccount;
import org.ezhili.platform.security.Role;
import org.ezhili.platform.security.internal.domain.AccountEntry;
import org.ezhili.platform.security.internal.domain.AccountName;
import org.ezhili.platform.security.internal.domain.PasswordPolicy;
import org.ezhili.platform.security.internal.store.AccountQuery;
import org.ezhili.platform.security.internal.store.AccountSearch;
import org.ezhili.platform.security.internal.store.AccountStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The directory of accounts for the other modules. Thread-safe. */
@Component
public final class Directory implements Accounts {

    private static final int LONGEST_NAME = 100;

    private final AccountStore store;
    private final AccountSearch search;
    private final PasswordGate gate;
    private final Audit audit;

    @Activate
    public Directory(
            @Reference AccountStore store,
            @Reference AccountSearch search,
            @Reference PasswordGate gate,
            @Reference Audit audit) {
        this.store = store;
        this.search = search;
        this.gate = gate;
        this.audit = audit;
    }

    @Override
    public Optional<Account> find(String account) {
        return store.find(account).map(AccountEntry::account);
    }

    @Override
    public Map<String, String> names(Collection<String> accounts) {
        return store.names(accounts);
    }

    @Override
    public Page<Account> holding(Role role, AreaCode area, PageRequest page) {
        return search.find(AccountQuery.holding(role, area), page).map(AccountEntry::account);
    }

    /** One password given to many accounts is hashed once: a demo district's thousand accounts are there in a blink. */
    @Override
    public int register(List<NewAccount> accounts) {
        accounts.forEach(Directory::check);
        Map<String, String> hashes = new HashMap<>();
        for (NewAccount account : accounts) {
            account.password().ifPresent(password -> hashes.computeIfAbsent(password, gate::hash));
        }
        int made = store.register(accounts, password -> hashes.getOrDefault(password, ""));
        if (made > 0) {
            audit.record(Caller.nobody(), "security.register", Integer.toString(made), Optional.empty(), "done");
        }
        return made;
    }

    private static void check(NewAccount account) {
        if (!AccountName.isValid(account.account())) {
            throw new IllegalArgumentException("not the name of an account: " + account);
        }
        boolean printable = account.name().chars().noneMatch(Character::isISOControl);
        if (account.name().isBlank() || account.name().length() > LONGEST_NAME || !printable) {
            throw new IllegalArgumentException("needs a name of 1 to 100 letters: " + account);
        }
        account.password()
                .flatMap(password -> PasswordPolicy.faultOf(account.account(), password))
                .ifPresent(fault -> {
                    throw new IllegalArgumentException(fault + ": " + account);
                });
    }
}
