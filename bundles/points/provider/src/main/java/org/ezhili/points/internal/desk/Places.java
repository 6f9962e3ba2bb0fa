package org.ezhili.points.internal.desk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.ezhili.grid.Area;
import org.ezhili.grid.Areas;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** The area tree of whichever version of the grid module is live at the moment of the question. */
public final class Places {

    private final Supplier<@Nullable Areas> live;

    public Places(Supplier<@Nullable Areas> live) {
        this.live = live;
    }

    /** Names by code; without the grid module there are none. */
    public Map<AreaCode, String> names(Collection<AreaCode> codes) {
        Areas areas = live.get();
        return areas == null ? Map.of() : areas.names(codes);
    }

    /** The streets that are {@code within} or lie in it. */
    public List<Area> streets(AreaCode within) {
        return areas().level(within, AreaLevel.STREET);
    }

    /** A street that there is; refuses every other code. */
    public AreaCode street(String code) {
        return AreaCode.parse(code)
                .filter(area -> area.level() == AreaLevel.STREET)
                .filter(area -> areas().find(area).isPresent())
                .orElseThrow(() -> ProblemException.of(422, "unknown-street", code));
    }

    /** The tree; refused for a moment while the grid module is away. */
    public Areas areas() {
        Areas areas = live.get();
        if (areas == null) {
            throw new ProblemException(Problem.unavailable("module-away", 2));
        }
        return areas;
    }
}
