package org.ezhili.matters.internal.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What somebody wants to do to a matter. Texts that are given are not blank. */
public record Move(
        Action action,
        String actor,
        Instant at,
        Optional<String> handler,
        Optional<String> reason,
        Optional<String> note,
        List<Long> photos) {}
