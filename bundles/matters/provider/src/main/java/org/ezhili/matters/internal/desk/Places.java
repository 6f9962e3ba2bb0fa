package org.ezhili.matters.internal.desk;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ezhili.grid.Area;
import org.ezhili.grid.Areas;
import org.ezhili.matters.internal.domain.Spot;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.jspecify.annotations.Nullable;

/** The area tree of whichever version of the grid module is live at the moment of the question. */
public final class Places {

    private final Supplier<@Nullable Areas> live;

    public Places(Supplier<@Nullable Areas> live) {
        this.live = live;
    }

    /**
     * Where a report belongs: the area that was named, or the grid of the point, or, when both are given and agree, the smaller
     * of the two.
     */
    public AreaCode place(Optional<String> code, Optional<Spot> point) {
        Areas areas = areas();
        Optional<AreaCode> named = code.map(text -> AreaCode.parse(text)
                .filter(known -> areas.find(known).isPresent())
                .orElseThrow(() -> ProblemException.of(422, "unknown-area", text)));
        Optional<AreaCode> located = point.map(at -> areas.locate(at.lon(), at.lat())
                .map(Area::code)
                .orElseThrow(() -> ProblemException.of(422, "outside-district")));
        if (named.isEmpty() || located.isEmpty()) {
            return named.or(() -> located).orElseThrow(() -> ProblemException.field("area", "place-missing"));
        }
        AreaCode area = named.get();
        AreaCode grid = located.get();
        if (area.contains(grid)) {
            return grid;
        }
        if (grid.contains(area)) {
            return area;
        }
        throw ProblemException.of(422, "place-mismatch", area.digits(), grid.digits());
    }

    /** Names by code; without the grid module there are none. */
    public Map<AreaCode, String> names(Collection<AreaCode> codes) {
        Areas areas = live.get();
        return areas == null ? Map.of() : areas.names(codes);
    }

    private Areas areas() {
        Areas areas = live.get();
        if (areas == null) {
            throw new ProblemException(Problem.unavailable("module-away", 2));
        }
        return areas;
    }
}
