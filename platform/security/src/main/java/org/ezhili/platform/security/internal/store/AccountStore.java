package org.ezhili.platform.security.internal.store;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import javax.persistence.LockModeType;
import org.ezhili.platform.persistence.Database;
import org.ezhili.platform.persistence.DuplicateRowException;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.NewAccount;
import org.ezhili.platform.security.internal.Build;
import org.ezhili.platform.security.internal.domain.AccountChange;
import org.ezhili.platform.security.internal.domain.AccountEntry;
import org.ezhili.platform.security.internal.domain.AccountName;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Accounts, their grants and password hashes. Thread-safe. */
@Component(service = AccountStore.class)
public final class AccountStore {

    private static final int IN_ONE_QUERY = 1000;

    private final Database database;
    private final Clock clock;
    private final NameCache names = new NameCache();

    @Activate
    public AccountStore(
            @Reference(target = "(" + Database.BUNDLE + "=" + Build.BUNDLE + ")") Database database,
            @Reference Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The account of this name; as many queries are made when there is none. */
    public Optional<AccountEntry> find(String account) {
        if (!AccountName.isValid(account)) {
            return Optional.empty();
        }
        return database.read(entities -> entry(entities, account));
    }

    /** The hash of the account's password, if it has one and is active. */
    public Optional<String> passwordOf(String account) {
        if (!AccountName.isValid(account)) {
            return Optional.empty();
        }
        return database.read(entities -> Optional.ofNullable(entities.find(AccountRow.class, account))
                .filter(AccountRow::isActive)
                .flatMap(AccountRow::password));
    }

    public Map<String, String> names(Collection<String> accounts) {
        Set<String> asked = accounts.stream().filter(AccountName::isValid).collect(Collectors.toSet());
        return asked.isEmpty() ? Map.of() : names.of(asked, this::load);
    }

    private Map<String, String> load(Set<String> accounts) {
        return database.read(entities -> {
            Map<String, String> found = new HashMap<>();
            entities.createQuery("SELECT a.account, a.name FROM AccountRow a WHERE a.account IN :asked", Object[].class)
                    .setParameter("asked", accounts)
                    .getResultList()
                    .forEach(row -> found.put((String) row[0], (String) row[1]));
            return found;
        });
    }

    public boolean isEmpty() {
        return database.read(entities -> entities.createQuery("SELECT a.account FROM AccountRow a", String.class)
                .setMaxResults(1)
                .getResultList()
                .isEmpty());
    }

    /**
     * Makes those accounts whose name is free, in one transaction; returns how many.
     *
     * @param hash turns a password into what is kept; called inside the transaction, so it must be quick
     */
    public int register(List<NewAccount> accounts, UnaryOperator<String> hash) {
        try {
            return registerOnce(accounts, hash);
        } catch (DuplicateRowException meanwhile) {
            return registerOnce(accounts, hash);
        }
    }

    private int registerOnce(List<NewAccount> accounts, UnaryOperator<String> hash) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return database.write(work -> {
            Set<String> taken = taken(work.entities(), accounts);
            int made = 0;
            for (NewAccount account : accounts) {
                if (taken.add(account.account())) {
                    String password = account.password().map(hash).orElse(null);
                    work.entities().persist(new AccountRow(account.account(), account.name(), password, now));
                    persistGrants(work.entities(), account.account(), account.grants());
                    made++;
                }
            }
            return made;
        });
    }

    /**
     * Changes an account that is there, one change after the other; empty when it is not.
     *
     * @param hash of the new password, when there is one
     */
    public Optional<AccountEntry> change(String account, AccountChange change, Optional<String> hash) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Optional<AccountEntry> changed = database.write(work -> {
            AccountRow row = work.entities().find(AccountRow.class, account, LockModeType.PESSIMISTIC_WRITE);
            if (row == null) {
                return Optional.<AccountEntry>empty();
            }
            change.name().ifPresent(row::rename);
            change.active().ifPresent(active -> {
                if (active) {
                    row.open();
                } else {
                    row.close(now);
                }
            });
            hash.ifPresent(row::setPassword);
            change.grants().ifPresent(grants -> {
                work.entities()
                        .createQuery("DELETE FROM GrantRow g WHERE g.account = :account")
                        .setParameter("account", account)
                        .executeUpdate();
                persistGrants(work.entities(), account, grants);
                work.entities().flush();
            });
            return entry(work.entities(), account);
        });
        names.forget(account);
        return changed;
    }

    /** Keeps another hash of the same password, unless the password was changed meanwhile. */
    public void rehash(String account, String before, String after) {
        database.write(work -> work.entities()
                .createQuery(
                        "UPDATE AccountRow a SET a.password = :after WHERE a.account = :account AND a.password = :before")
                .setParameter("after", after)
                .setParameter("account", account)
                .setParameter("before", before)
                .executeUpdate());
    }

    private static Optional<AccountEntry> entry(EntityManager entities, String account) {
        List<Grant> grants = Grants.of(entities, List.of(account)).getOrDefault(account, List.of());
        return Optional.ofNullable(entities.find(AccountRow.class, account)).map(row -> row.toEntry(grants));
    }

    private static void persistGrants(EntityManager entities, String account, List<Grant> grants) {
        Set.copyOf(grants).forEach(grant -> entities.persist(new GrantRow(account, grant)));
    }

    private static Set<String> taken(EntityManager entities, List<NewAccount> accounts) {
        List<String> names = accounts.stream().map(NewAccount::account).toList();
        Set<String> taken = new HashSet<>();
        for (int from = 0; from < names.size(); from += IN_ONE_QUERY) {
            taken.addAll(
                    entities.createQuery("SELECT a.account FROM AccountRow a WHERE a.account IN :asked", String.class)
                            .setParameter("asked", names.subList(from, Math.min(names.size(), from + IN_ONE_QUERY)))
                            .getResultList());
        }
        return taken;
    }
}
