package org.ezhili.points.internal.rest.activities;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;
import org.ezhili.points.internal.desk.Places;
import org.ezhili.points.internal.desk.Switched;
import org.jspecify.annotations.Nullable;

/** How far a caller's eyes and hands reach. What lies beyond is not there for them, and the attempt is on record. */
public final class Reach {

    public static final String VOLUNTEER = "points.volunteer";
    public static final String COORDINATE = "points.coordinate";
    public static final String OVERSEE = "points.oversee";
    public static final String ERASE = "points.erase";

    private final Places places;
    private final Switched switched;
    private final Audit audit;

    public Reach(Places places, Switched switched, Audit audit) {
        this.places = places;
        this.switched = switched;
        this.audit = audit;
    }

    /** A street or community that there is. */
    AreaCode area(String code) {
        return AreaCode.parse(code)
                .filter(area -> area.level() == AreaLevel.STREET || area.level() == AreaLevel.COMMUNITY)
                .filter(area -> places.areas().find(area).isPresent())
                .orElseThrow(() -> ProblemException.of(422, "unknown-area", code));
    }

    /** Refuses an area that does without points. */
    void on(AreaCode area) {
        switched.on(area);
    }

    boolean isOn(AreaCode area) {
        return switched.isOn(area);
    }

    /** Lets through who lives or works in the area's street. */
    void neighbour(Caller caller, String subject, AreaCode area) {
        AreaCode street = area.street().orElseThrow();
        boolean near = streets(caller).stream().anyMatch(held -> held.contains(street));
        check(near, caller, VOLUNTEER, subject, area);
    }

    /** Lets through who coordinates the area. */
    void coordinator(Caller caller, String subject, AreaCode area) {
        check(caller.may(COORDINATE, area), caller, COORDINATE, subject, area);
    }

    /** Lets through who looks into odd things in the street. */
    void overseer(Caller caller, String subject, AreaCode street) {
        check(caller.may(OVERSEE, street), caller, OVERSEE, subject, street);
    }

    /** Lets through the account itself, and who coordinates the area. */
    void selfOrCoordinator(Caller caller, String account, String subject, AreaCode area) {
        check(caller.account().equals(account) || caller.may(COORDINATE, area), caller, COORDINATE, subject, area);
    }

    /** Lets through the account alone whose it is. */
    void self(Caller caller, String account, String subject, AreaCode area) {
        check(caller.account().equals(account), caller, VOLUNTEER, subject, area);
    }

    /** The streets, or the whole district, whose volunteers the caller may be among; narrowed to what is asked for. */
    List<AreaCode> neighbourhood(Caller caller, @Nullable String asked) {
        return narrowed(caller, VOLUNTEER, streets(caller), asked);
    }

    /** The areas for which the caller holds a permission, narrowed to what is asked for. */
    List<AreaCode> areas(Caller caller, String permission, @Nullable String asked) {
        return narrowed(caller, permission, List.copyOf(caller.areas(permission)), asked);
    }

    private List<AreaCode> narrowed(Caller caller, String permission, List<AreaCode> held, @Nullable String asked) {
        if (held.stream().noneMatch(switched::isOn)) {
            held.stream().findFirst().ifPresent(switched::on);
        }
        if (asked == null || asked.isBlank()) {
            return held;
        }
        AreaCode area = AreaCode.parse(asked).orElseThrow(() -> ProblemException.field("area", "unknown-value"));
        if (held.stream().anyMatch(own -> own.contains(area))) {
            switched.on(area);
            return List.of(area);
        }
        List<AreaCode> inside = held.stream().filter(area::contains).toList();
        if (inside.isEmpty()) {
            refuse(caller, permission, area.digits(), area);
        }
        return inside;
    }

    private static List<AreaCode> streets(Caller caller) {
        Set<AreaCode> areas = caller.areas(VOLUNTEER);
        return areas.stream().map(area -> area.street().orElse(area)).distinct().toList();
    }

    private void check(boolean allowed, Caller caller, String permission, String subject, AreaCode area) {
        if (!allowed) {
            refuse(caller, permission, subject, area);
        }
        switched.on(area);
    }

    private void refuse(Caller caller, String permission, String subject, AreaCode area) {
        audit.record(caller, permission, subject, Optional.of(area), "foreign-area");
        throw new ProblemException(Problem.notFound());
    }
}
