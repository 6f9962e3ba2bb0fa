package org.ezhili.platform.releases.internal.intake;

import java.time.Instant;

/**
 * How a release came.
 *
 * @param sha256 of the archive, in lower-case hex
 * @param bytes how long the archive is
 * @param signer subject of the certificate it was signed with
 * @param passport what it says of itself, as JSON
 * @param at when
 * @param by account that took it in
 */
public record Arrival(String sha256, long bytes, String signer, String passport, Instant at, String by) {}
