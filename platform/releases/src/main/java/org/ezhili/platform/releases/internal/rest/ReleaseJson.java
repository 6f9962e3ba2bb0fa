package org.ezhili.platform.releases.internal.rest;

import org.ezhili.platform.releases.internal.intake.Arrival;
import org.ezhili.platform.releases.internal.intake.Release;
import org.jspecify.annotations.Nullable;

/**
 * A release on the wire.
 *
 * @param builtIn came with the distribution; then there is no arrival to tell of
 */
public record ReleaseJson(
        String module,
        String version,
        boolean builtIn,
        @Nullable String sha256,
        @Nullable Long bytes,
        @Nullable String signer,
        @Nullable String arrivedAt,
        @Nullable String arrivedBy,
        @Nullable PassportJson passport) {

    static ReleaseJson of(Release release) {
        Arrival arrival = release.arrival().orElse(null);
        return arrival == null
                ? new ReleaseJson(
                        release.module(), release.version().toString(), true, null, null, null, null, null, null)
                : new ReleaseJson(
                        release.module(),
                        release.version().toString(),
                        false,
                        arrival.sha256(),
                        arrival.bytes(),
                        arrival.signer(),
                        arrival.at().toString(),
                        arrival.by(),
                        PassportJson.of(arrival.passport()));
    }
}
