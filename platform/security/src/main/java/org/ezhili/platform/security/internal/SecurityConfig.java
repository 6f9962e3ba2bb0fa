package org.ezhili.platform.security.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What district IT can set about signing in, in {@code etc/org.ezhili.platform.security.cfg}. */
@ObjectClassDefinition(name = "eZhili sign-in")
public @interface SecurityConfig {

    @AttributeDefinition(name = "Wrong tries before a name is locked", min = "1")
    int signInTries() default 10;

    @AttributeDefinition(name = "Minutes in which tries are counted, and for which a name is locked", min = "1")
    int signInWindowMinutes() default 15;

    @AttributeDefinition(name = "Hours until a session ends", min = "1")
    int sessionHours() default 24;

    @AttributeDefinition(name = "Minutes until an idle session ends", min = "2")
    int sessionIdleMinutes() default 120;

    @AttributeDefinition(name = "Hours until a bearer token ends", min = "1")
    int tokenHours() default 24;

    @AttributeDefinition(
            name = "Send the session cookie over TLS only, also when TLS ends at a proxy that does not say so")
    boolean secureCookies() default false;

    @AttributeDefinition(name = "Code of the district that the first administrator gets when the set-up names none")
    String district() default "340603";
}
