package org.ezhili.points.internal.desk;

import java.util.Optional;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.security.Audit;
import org.ezhili.platform.security.Caller;

/** Which street a caller may act for. What lies outside is not there for them, and the attempt is on record. */
public final class Scope {

    private final Audit audit;
    private final Places places;
    private final Switched switched;

    public Scope(Audit audit, Places places, Switched switched) {
        this.audit = audit;
        this.places = places;
        this.switched = switched;
    }

    /** The street of this code, where the caller has the permission and points are on. */
    public AreaCode street(Caller caller, String code, String permission) {
        AreaCode street = shown(code);
        if (!caller.may(permission, street)) {
            audit.record(caller, permission, street.digits(), Optional.of(street), "foreign-area");
            throw new ProblemException(Problem.notFound());
        }
        return street;
    }

    /** The street of this code, where points are on, for what everybody may see. */
    public AreaCode shown(String code) {
        AreaCode street = AreaCode.parse(code)
                .filter(area -> area.level() == AreaLevel.STREET)
                .filter(area -> places.areas().find(area).isPresent())
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        switched.on(street);
        return street;
    }
}
