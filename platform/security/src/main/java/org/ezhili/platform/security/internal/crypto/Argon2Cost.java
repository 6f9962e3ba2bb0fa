package org.ezhili.platform.security.internal.crypto;

/**
 * Cost of one Argon2id hash. The usual one is OWASP's: 19 MiB, two passes, one lane.
 *
 * @param memory in KiB
 */
public record Argon2Cost(int memory, int passes, int lanes) {

    public static final Argon2Cost USUAL = new Argon2Cost(19 * 1024, 2, 1);
}
