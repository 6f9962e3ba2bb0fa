package org.ezhili.planted.internal.domain;

import java.time.Instant;

/** Planted: a rule that can't be tried at another hour. */
final class LooksAtTheClock {
    Instant due() {
        return Instant.now();
    }
}
