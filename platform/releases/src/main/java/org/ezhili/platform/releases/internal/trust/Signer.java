package org.ezhili.platform.releases.internal.trust;

import java.util.Set;

/**
 * Who signed a release, and is trusted.
 *
 * @param subject of the certificate
 * @param only the modules that the certificate may sign for; empty: any
 */
public record Signer(String subject, Set<String> only) {

    private static final int LONGEST = 300;

    public Signer {
        only = Set.copyOf(only);
    }

    /** The subject, as long as it is kept. */
    public String shown() {
        return subject.length() <= LONGEST ? subject : subject.substring(0, LONGEST);
    }

    public boolean mayRelease(String module) {
        return only.isEmpty() || only.contains(module);
    }
}
