package org.ezhili.platform.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.Grant;
import org.ezhili.platform.security.NewAccount;
import org.ezhili.platform.security.Role;
import org.ezhili.platform.security.internal.domain.Secret;
import org.ezhili.platform.security.internal.store.AccountStore;
import org.ezhili.platform.security.internal.store.SetupStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the first administrator in: while there is no account, each start gives out a link that works once. */
@Component(service = FirstAdministrator.class, immediate = true)
public final class FirstAdministrator {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final String DEMO = "ezhili.demo";
    private static final String FILE = "ezhili.setup.file";

    private static final long AGAIN_SECONDS = 2;

    private final ScheduledExecutorService again = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "ezhili-setup");
        thread.setDaemon(true);
        return thread;
    });
    private final SetupStore links;
    private final AccountStore accounts;
    private final PasswordGate gate;
    private final SecurityRules rules;
    private final Audit audit;
    private final Optional<SetupFile> file;

    @Activate
    public FirstAdministrator(
            @Reference SetupStore links,
            @Reference AccountStore accounts,
            @Reference PasswordGate gate,
            @Reference SecurityRules rules,
            @Reference Audit audit) {
        this.links = links;
        this.gate = gate;
        this.rules = rules;
        this.audit = audit;
        this.file = Optional.ofNullable(System.getProperty(FILE))
                .filter(name -> !name.isBlank())
                .map(name -> new SetupFile(Path.of(name)));
        this.accounts = accounts;
        if (!Boolean.getBoolean(DEMO)) {
            offerIfNeeded();
        }
    }

    @Deactivate
    void stop() {
        again.shutdownNow();
    }

    /** While the database is away for a moment, nobody knows whether there is an account: it is asked again. */
    private void offerIfNeeded() {
        try {
            if (accounts.isEmpty()) {
                offer();
            }
        } catch (ProblemException away) {
            LOG.warn("The first administrator's link waits for the database: {}", away.getMessage());
            var unused = again.schedule(this::offerIfNeeded, AGAIN_SECONDS, TimeUnit.SECONDS);
        }
    }

    private void offer() {
        Secret secret = Secret.random();
        links.add(secret.digest());
        String path = "/setup?token=" + secret.value();
        if (file.isPresent()) {
            file.get().write(path);
            LOG.info(
                    "There is no account yet. The first administrator's one-time link is in {}",
                    file.get().path());
        } else {
            LOG.info("There is no account yet. The first administrator opens {}", path);
        }
    }

    /**
     * Uses a link: makes an account of district IT.
     *
     * @param district empty: the configured one
     */
    public SetupStore.Use use(String token, String account, String name, String password, Optional<AreaCode> district) {
        AreaCode area = district.orElseGet(rules::district);
        NewAccount draft = new NewAccount(account, name, List.of(new Grant(Role.IT, area)), Optional.empty());
        SetupStore.Use use = links.use(new Secret(token).digest(), draft, gate.hash(password));
        boolean done = use == SetupStore.Use.DONE;
        audit.record(
                Caller.nobody(),
                "security.setup",
                done ? account : "link",
                Optional.of(area),
                done ? "done" : "refused");
        if (done) {
            file.ifPresent(SetupFile::delete);
        }
        return use;
    }

    /** Where a script that has started the platform finds the link; only its owner can read it. */
    private record SetupFile(Path path) {

        void write(String link) {
            try {
                Path folder = path.toAbsolutePath().getParent();
                if (folder != null) {
                    Files.createDirectories(folder);
                }
                Files.deleteIfExists(path);
                PrivateFile.create(path);
                Files.writeString(path, link + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void delete() {
            try {
                Files.deleteIfExists(path);
            } catch (IOException e) {
                LOG.warn("the used set-up link stays in {}: {}", path.getFileName(), e.toString());
            }
        }
    }
}
