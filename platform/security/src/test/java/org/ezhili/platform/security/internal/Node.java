package org.ezhili.platform.security.internal;

import com.github.benmanes.caffeine.cache.Ticker;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.NewAccount;
import org.ezhili.platform.security.Role;
import org.ezhili.platform.security.internal.crypto.Argon2Cost;
import org.ezhili.platform.security.internal.store.AccountSearch;
import org.ezhili.platform.security.internal.store.AccountStore;
import org.ezhili.platform.security.internal.store.AuditSeals;
import org.ezhili.platform.security.internal.store.AuditStore;
import org.ezhili.platform.security.internal.store.CredentialStore;
import org.ezhili.platform.security.internal.store.SetupStore;
import org.ezhili.platform.security.internal.store.TriesStore;

/** The components of one node as the container would wire them, with cheap hashes. Two of them on one database are two nodes. */
final class Node {

    static final String PASSWORD = "ezhili-demo";

    final PasswordGate gate = new PasswordGate(new Argon2Cost(32, 1, 1));
    final SecurityRules rules = new SecurityRules(defaults());
    final CallerCache cache;
    final AccountStore accounts;
    final AccountSearch search;
    final AuditStore lines;
    final AuditSeals seals;
    final AuditLog audit;
    final SetupStore links;
    final SignIn signIn;
    final Credentials credentials;
    final Doorkeeper door;
    final Directory directory;
    final AccountOffice office;
    final OwnPassword ownPassword;

    Node(TestDatabase db) {
        this(db, Ticker.systemTicker());
    }

    Node(TestDatabase db, Ticker ticker) {
        cache = new CallerCache(ticker);
        accounts = new AccountStore(db.database(), db.clock());
        search = new AccountSearch(db.database());
        lines = new AuditStore(db.database());
        seals = new AuditSeals(db.database());
        links = new SetupStore(db.database(), db.clock());
        audit = new AuditLog(lines, db.ids(), db.clock());
        CredentialStore kept = new CredentialStore(db.database());
        signIn = new SignIn(accounts, new TriesStore(db.database(), db.clock()), gate, rules, audit, db.clock());
        credentials = new Credentials(kept, cache, rules, db.clock());
        PermissionTable permissions = new PermissionTable(cache);
        door = new Doorkeeper(kept, accounts, permissions, cache, rules, db.clock());
        directory = new Directory(accounts, search, gate, audit);
        office = new AccountOffice(accounts, search, credentials, cache, gate, audit);
        ownPassword = new OwnPassword(signIn, accounts, gate, credentials, audit);
        this.permissions = permissions;
    }

    final PermissionTable permissions;

    /** Makes an account with the usual password. */
    Node with(String account, Role role, String area) {
        directory.register(List.of(draft(account, role, area, Optional.of(PASSWORD))));
        return this;
    }

    Caller caller(String account) {
        return permissions.callerOf(directory.find(account).orElseThrow());
    }

    static NewAccount draft(String account, Role role, String area, Optional<String> password) {
        return new NewAccount(account, "某人", List.of(new Grant(role, AreaCode.of(area))), password);
    }

    private static SecurityConfig defaults() {
        return (SecurityConfig) Proxy.newProxyInstance(
                Node.class.getClassLoader(),
                new Class<?>[] {SecurityConfig.class},
                (proxy, method, arguments) -> valueOf(method));
    }

    private static Object valueOf(Method method) {
        return method.getDefaultValue();
    }
}
