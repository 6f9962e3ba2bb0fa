package org.ezhili.platform.releases.internal.walk;

import java.util.List;
import org.ezhili.platform.Problem;

/** The way could not be gone, or was given up: what served before serves on. */
public final class NotWalkedException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Problem why;

    public NotWalkedException(Problem why) {
        super(why.code() + " " + why.arguments());
        this.why = why;
    }

    public static NotWalkedException of(String code, Object... arguments) {
        return new NotWalkedException(new Problem(409, code, List.of(arguments), List.of(), 0));
    }

    /** In words that district IT gets: a code and what fills its text. */
    public Problem why() {
        return why;
    }
}
