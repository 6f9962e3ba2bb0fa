package org.ezhili.matters.internal.desk;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.ezhili.matters.internal.domain.Matter;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.matters.internal.domain.Tier;
import org.ezhili.matters.internal.domain.limits.Catalogue;
import org.ezhili.matters.internal.domain.limits.Catalogues;
import org.ezhili.matters.internal.domain.limits.Limit;
import org.ezhili.matters.internal.domain.limits.WorkingTime;
import org.ezhili.matters.internal.store.MatterStore;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.IdempotencyKey;
import org.ezhili.platform.Ids;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.persistence.Once;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;

/** 报事: makes a matter of a report. */
public final class Intake {

    public static final String REPORT = "matters.report";

    private final MatterStore store;
    private final Catalogues catalogues;
    private final WorkingTime time;
    private final Places places;
    private final Switched switched;
    private final Wanted wanted;
    private final Audit audit;
    private final Ids ids;
    private final Clock clock;

    public Intake(
            MatterStore store,
            Catalogues catalogues,
            WorkingTime time,
            Places places,
            Switched switched,
            Wanted wanted,
            Audit audit,
            Ids ids,
            Clock clock) {
        this.store = store;
        this.catalogues = catalogues;
        this.time = time;
        this.places = places;
        this.switched = switched;
        this.wanted = wanted;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Files a report.
     *
     * @param key the caller's own key for this report: a repeat gets the same matter, as it was when it was reported
     */
    public Matter report(Caller caller, Report report, Optional<IdempotencyKey> key) {
        AreaCode area = places.place(report.area(), report.spot());
        if (!caller.may(REPORT, area)) {
            audit.record(caller, REPORT, area.digits(), Optional.of(area), "foreign-area");
            throw new ProblemException(Problem.forbidden());
        }
        switched.on(area);
        if (report.photos().isEmpty() && wanted.photoWithReport(area)) {
            throw ProblemException.of(422, "photo-wanted");
        }
        Matter matter = matter(caller, report, area);
        if (key.isEmpty()) {
            store.add(matter);
            return matter;
        }
        Once once = store.addOnce(key.get(), matter);
        if (once instanceof Once.Done done) {
            return done.repeated()
                    ? store.find(Long.parseLong(done.answer())).orElseThrow().asReported()
                    : matter;
        }
        throw ProblemException.of(422, "idempotency-key-reused");
    }

    private Matter matter(Caller caller, Report report, AreaCode area) {
        Catalogue catalogue = catalogues.current();
        Limit limit = catalogue
                .limitOf(report.category())
                .orElseThrow(() -> ProblemException.of(422, "unknown-category", report.category()));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Matter(
                ids.next(),
                catalogue.version(),
                report.category(),
                report.description(),
                area,
                report.spot(),
                State.REPORTED,
                Tier.of(area),
                caller.account(),
                Optional.empty(),
                false,
                now,
                time.due(now, limit, wanted.limitPercent(area)),
                1,
                report.photos());
    }
}
