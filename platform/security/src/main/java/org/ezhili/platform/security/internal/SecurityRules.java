package org.ezhili.platform.security.internal;

import java.time.Duration;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.internal.domain.Credential;
import org.ezhili.platform.security.internal.domain.LockoutPolicy;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** The configuration in the words of the domain. */
@Component(service = SecurityRules.class, configurationPid = "org.ezhili.platform.security")
@Designate(ocd = SecurityConfig.class)
public final class SecurityRules {

    private final LockoutPolicy lockout;
    private final Duration session;
    private final Duration idle;
    private final Duration token;
    private final boolean secureCookies;
    private final AreaCode district;

    @Activate
    public SecurityRules(SecurityConfig config) {
        lockout = new LockoutPolicy(config.signInTries(), Duration.ofMinutes(config.signInWindowMinutes()));
        session = Duration.ofHours(config.sessionHours());
        idle = Duration.ofMinutes(config.sessionIdleMinutes());
        token = Duration.ofHours(config.tokenHours());
        secureCookies = config.secureCookies();
        district = AreaCode.of(config.district());
    }

    public LockoutPolicy lockout() {
        return lockout;
    }

    /** How long a session or token lasts. */
    public Duration life(Credential.Kind kind) {
        return kind == Credential.Kind.SESSION ? session : token;
    }

    /** How long a session may lie unused. */
    public Duration idle() {
        return idle;
    }

    public boolean secureCookies() {
        return secureCookies;
    }

    public AreaCode district() {
        return district;
    }
}
