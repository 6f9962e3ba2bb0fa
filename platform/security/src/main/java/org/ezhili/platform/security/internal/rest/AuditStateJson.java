package org.ezhili.platform.security.internal.rest;

import org.ezhili.platform.security.internal.domain.AuditState;
import org.jspecify.annotations.Nullable;

/** Whether the audit log is whole; {@code head} is what to write down on paper. */
public record AuditStateJson(
        boolean whole,
        long sealed,
        long waiting,
        String head,
        @Nullable String broken) {

    static AuditStateJson of(AuditState state) {
        return new AuditStateJson(
                state.broken().isEmpty(),
                state.sealed(),
                state.waiting(),
                state.head(),
                state.broken().map(String::valueOf).orElse(null));
    }
}
