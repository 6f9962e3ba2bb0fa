package org.ezhili.platform.security.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.NewAccount;
import org.ezhili.platform.security.internal.domain.AccountChange;
import org.ezhili.platform.security.internal.domain.AccountEntry;
import org.ezhili.platform.security.internal.domain.AccountOutcome;
import org.ezhili.platform.security.internal.domain.GrantPolicy;
import org.ezhili.platform.security.internal.domain.PasswordPolicy;
import org.ezhili.platform.security.internal.store.AccountQuery;
import org.ezhili.platform.security.internal.store.AccountSearch;
import org.ezhili.platform.security.internal.store.AccountStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where administrators make, change and close accounts. Every change is in the audit log. Thread-safe. */
@Component(service = AccountOffice.class)
public final class AccountOffice {

    private final AccountStore store;
    private final AccountSearch search;
    private final Credentials credentials;
    private final CallerCache cache;
    private final PasswordGate gate;
    private final Audit audit;

    @Activate
    public AccountOffice(
            @Reference AccountStore store,
            @Reference AccountSearch search,
            @Reference Credentials credentials,
            @Reference CallerCache cache,
            @Reference PasswordGate gate,
            @Reference Audit audit) {
        this.store = store;
        this.search = search;
        this.credentials = credentials;
        this.cache = cache;
        this.gate = gate;
        this.audit = audit;
    }

    public Page<AccountEntry> list(AccountQuery query, PageRequest page) {
        return search.find(query, page);
    }

    public AccountOutcome open(Caller caller, NewAccount draft) {
        Optional<AccountOutcome> refusal = refusalOf(caller, draft.account(), draft.grants(), draft.password());
        if (refusal.isPresent()) {
            return recorded(caller, "security.open", draft.account(), areaOf(draft.grants()), refusal.get());
        }
        Optional<String> hash = draft.password().map(gate::hash);
        int made = store.register(List.of(draft), password -> hash.orElse(""));
        AccountOutcome outcome = made == 0
                ? new AccountOutcome.Taken()
                : new AccountOutcome.Done(new AccountEntry(
                        new Account(draft.account(), draft.name(), draft.grants(), true), hash.isPresent()));
        return recorded(caller, "security.open", draft.account(), areaOf(draft.grants()), outcome);
    }

    public AccountOutcome change(Caller caller, String account, AccountChange change) {
        String action = change.active().filter(active -> !active).isPresent() ? "security.close" : "security.change";
        return theirs(caller, action, account, known -> {
            if (caller.account().equals(account)
                    && (change.isAboutRights() || change.password().isPresent())) {
                return new AccountOutcome.OwnRights();
            }
            return refusalOf(caller, account, change.grants().orElse(List.of()), change.password())
                    .orElseGet(() -> carriedOut(account, change));
        });
    }

    /** Ends all sessions and tokens of an account. */
    public AccountOutcome signOut(Caller caller, String account) {
        return theirs(caller, "security.sign-out", account, known -> {
            credentials.revokeAll(account, Optional.empty());
            return new AccountOutcome.Done(known);
        });
    }

    private AccountOutcome carriedOut(String account, AccountChange change) {
        Optional<AccountEntry> changed =
                store.change(account, change, change.password().map(gate::hash));
        if (change.password().isPresent()
                || change.active().filter(active -> !active).isPresent()) {
            credentials.revokeAll(account, Optional.empty());
        }
        cache.clear();
        return changed.<AccountOutcome>map(AccountOutcome.Done::new).orElseGet(AccountOutcome.Unknown::new);
    }

    /** What the administrator may not know of is answered as if it were not there; that they asked is written down. */
    private AccountOutcome theirs(Caller caller, String action, String account, Step step) {
        Optional<AccountEntry> known = store.find(account);
        if (known.isEmpty()) {
            return new AccountOutcome.Unknown();
        }
        List<Grant> grants = known.get().account().grants();
        Optional<AreaCode> area = areaOf(grants);
        Set<AreaCode> own = caller.areas(SecurityPermissions.ACCOUNTS);
        if (grants.stream().noneMatch(grant -> own.stream().anyMatch(held -> held.contains(grant.area())))) {
            audit.record(caller, action, account, area, "foreign-area");
            return new AccountOutcome.Unknown();
        }
        return GrantPolicy.mayChange(caller.grants(), known.get().account())
                ? recorded(caller, action, account, area, step.take(known.get()))
                : recorded(caller, action, account, area, new AccountOutcome.NotTheirs());
    }

    private interface Step {
        AccountOutcome take(AccountEntry known);
    }

    private static Optional<AccountOutcome> refusalOf(
            Caller caller, String account, List<Grant> grants, Optional<String> password) {
        for (Grant grant : grants) {
            if (!GrantPolicy.fits(grant)) {
                return Optional.of(new AccountOutcome.GrantMisfit(grant));
            }
            if (!GrantPolicy.mayGive(caller.grants(), grant)) {
                return Optional.of(new AccountOutcome.GrantRefused(grant));
            }
        }
        return password.flatMap(text -> PasswordPolicy.faultOf(account, text)).map(AccountOutcome.PasswordRefused::new);
    }

    private AccountOutcome recorded(
            Caller caller, String action, String account, Optional<AreaCode> area, AccountOutcome outcome) {
        audit.record(caller, action, account, area, outcome instanceof AccountOutcome.Done ? "done" : "refused");
        return outcome;
    }

    private static Optional<AreaCode> areaOf(List<Grant> grants) {
        return grants.stream().findFirst().map(Grant::area);
    }
}
