package org.ezhili.platform.security.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Ids;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.internal.domain.AuditLine;
import org.ezhili.platform.security.internal.store.AuditStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes the audit log. Thread-safe. */
@Component
public final class AuditLog implements Audit {

    private static final int LONGEST_SUBJECT = 200;

    private final AuditStore store;
    private final Ids ids;
    private final Clock clock;

    @Activate
    public AuditLog(@Reference AuditStore store, @Reference Ids ids, @Reference Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void record(Caller caller, String action, String subject, Optional<AreaCode> area, String outcome) {
        store.add(new AuditLine(
                ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.account(),
                action,
                clean(subject),
                area,
                outcome));
    }

    private static String clean(String given) {
        String subject = given.replaceAll("\\p{Cntrl}", "?");
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT);
    }
}
