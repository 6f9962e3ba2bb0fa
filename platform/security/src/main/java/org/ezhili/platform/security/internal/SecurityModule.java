package org.ezhili.platform.security.internal;

import java.time.Duration;
import java.util.List;
import org.ezhili.platform.module.Health;
import org.ezhili.platform.module.Job;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Authenticator;
import org.ezhili.platform.security.internal.domain.AuditState;
import org.ezhili.platform.security.internal.rest.AccountsResource;
import org.ezhili.platform.security.internal.rest.AuditResource;
import org.ezhili.platform.security.internal.rest.MeResource;
import org.ezhili.platform.security.internal.rest.SessionsResource;
import org.ezhili.platform.security.internal.rest.SetupResource;
import org.ezhili.platform.security.internal.rest.TokensResource;
import org.ezhili.platform.security.internal.store.AuditSeals;
import org.ezhili.platform.security.internal.store.AuditStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes this module: accounts, signing in, the audit log. */
@Component
public final class SecurityModule implements Module {

    private static final Logger LOG = LoggerFactory.getLogger(SecurityModule.class);

    private final List<Object> resources;
    private final List<Job> jobs;

    @Activate
    public SecurityModule(
            @Reference SignIn signIn,
            @Reference Credentials credentials,
            @Reference Authenticator authenticator,
            @Reference OwnPassword ownPassword,
            @Reference AccountOffice office,
            @Reference FirstAdministrator first,
            @Reference SecurityRules rules,
            @Reference Audit audit,
            @Reference AuditStore lines,
            @Reference AuditSeals seals) {
        resources = List.of(
                new TokensResource(signIn, credentials),
                new SessionsResource(signIn, credentials, authenticator, rules),
                new MeResource(authenticator, ownPassword),
                new AccountsResource(office, audit),
                new AuditResource(lines, seals, audit),
                new SetupResource(first));
        jobs = List.of(
                new Job("seal-audit", Duration.ofSeconds(5), seals::seal),
                new Job("anchor-audit", Duration.ofDays(1), () -> anchor(seals)),
                new Job("purge", Duration.ofMinutes(10), () -> {
                    signIn.purge();
                    credentials.purge();
                }));
    }

    /** The log file is outside the database: who makes the chain anew there cannot change what is written here. */
    private static void anchor(AuditSeals seals) {
        AuditState state = seals.check();
        state.broken()
                .ifPresentOrElse(
                        line -> LOG.error(
                                "The audit log was tampered with at line {}: compare with a backup, tell the auditor",
                                line),
                        () -> LOG.info("Audit log whole: {} lines, newest hash {}", state.sealed(), state.head()));
    }

    @Override
    public ModuleInfo info() {
        return SecurityPermissions.INFO;
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public List<Job> jobs() {
        return jobs;
    }

    @Override
    public Health health() {
        return Health.good();
    }
}
