package org.ezhili.grid.internal.live;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ezhili.grid.Area;
import org.ezhili.grid.AreaDraft;
import org.ezhili.grid.Areas;
import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.grid.internal.geometry.BoundaryOutcome;
import org.ezhili.grid.internal.geometry.GeoJsonReader;
import org.ezhili.grid.internal.store.AreaStore;
import org.ezhili.grid.internal.store.AreaStore.Planned;
import org.ezhili.grid.internal.tree.AreaMap;
import org.ezhili.grid.internal.tree.Draft;
import org.ezhili.grid.internal.tree.PastArea;
import org.ezhili.grid.internal.tree.TreeArea;
import org.ezhili.grid.internal.tree.TreeChange;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The area tree: answered from memory, kept in the database. One per version of the module. Thread-safe. */
@Component(service = AreaTree.class)
public final class AreaTree implements Areas {

    /** Where a day begins and ends for the district. */
    private static final ZoneId DISTRICT_TIME = ZoneId.of("Asia/Shanghai");

    private final AreaStore store;
    private final Clock clock;
    private volatile AreaMap map = AreaMap.EMPTY;

    @Activate
    public AreaTree(@Reference AreaStore store, @Reference Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The tree as last seen; its number says how recent that is. */
    public AreaMap map() {
        AreaMap seen = map;
        return seen.number() < 0 ? refresh() : seen;
    }

    /** Whether the tree has been read at all. */
    public boolean isLoaded() {
        return map.number() >= 0;
    }

    /** Looks whether the tree has changed in the database, and follows. */
    public synchronized AreaMap refresh() {
        map = store.refreshed(map);
        return map;
    }

    /** Whether the database has changes that this tree has not. Cheap. */
    boolean isBehind() {
        return store.number() != map.number();
    }

    /** Begins a change that is only tried out. */
    public TreeChange trial() {
        return new TreeChange(refresh(), today());
    }

    /** Changes the tree in one transaction; it is seen by readers of this node when this returns. */
    public <T> T change(Function<TreeChange, T> plan) {
        T answer = store.change(map(), now -> {
            TreeChange change = new TreeChange(now, today());
            T result = plan.apply(change);
            return new Planned<>(change.written(), result);
        });
        refresh();
        return answer;
    }

    /** What the area was before, the latest first. */
    public List<PastArea> history(AreaCode code, int most) {
        return store.history(code, most);
    }

    /** What the area was on a day; empty before it was there, or without it. */
    public Optional<PastArea> on(AreaCode code, LocalDate day) {
        Optional<TreeArea> now = map().find(code);
        if (now.isPresent() && !day.isBefore(now.get().since())) {
            return now.map(area -> new PastArea(area.area(), area.boundary(), area.since(), LocalDate.MAX));
        }
        return store.on(code, day);
    }

    /** The day it is in the district. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), DISTRICT_TIME);
    }

    @Override
    public Optional<Area> find(AreaCode code) {
        return map().find(code).map(TreeArea::area);
    }

    @Override
    public Map<AreaCode, String> names(Collection<AreaCode> codes) {
        AreaMap now = map();
        Map<AreaCode, String> names = new HashMap<>();
        codes.forEach(code ->
                now.find(code).ifPresent(area -> names.put(code, area.area().name())));
        return names;
    }

    @Override
    public List<Area> lineage(AreaCode code) {
        return map().lineage(code).stream().map(TreeArea::area).toList();
    }

    @Override
    public List<Area> level(AreaCode within, AreaLevel level) {
        return map().within(within)
                .filter(area -> area.code().level() == level)
                .map(TreeArea::area)
                .toList();
    }

    @Override
    public Optional<Area> locate(double lon, double lat) {
        return map().locate(lon, lat).map(TreeArea::area);
    }

    @Override
    public int put(List<AreaDraft> areas) {
        List<Draft> drafts = areas.stream().map(AreaTree::read).toList();
        return change(change -> {
            for (Draft draft : drafts) {
                change.faultOf(draft).ifPresent(fault -> {
                    throw new IllegalArgumentException("area " + draft.code() + ": " + fault);
                });
                change.add(draft);
            }
            return change.tally().written();
        });
    }

    private static Draft read(AreaDraft draft) {
        Optional<Boundary> boundary = draft.boundary().map(text -> boundary(draft.code(), text));
        return new Draft(draft.code(), draft.name(), Optional.of(draft.kind()), boundary);
    }

    private static Boundary boundary(AreaCode code, String geoJson) {
        BoundaryOutcome outcome = GeoJsonReader.read(geoJson);
        if (outcome instanceof BoundaryOutcome.Fits fits) {
            return fits.boundary();
        }
        throw new IllegalArgumentException("area " + code + ": " + outcome);
    }
}
