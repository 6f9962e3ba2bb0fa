package org.ezhili.grid.internal.tree;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ezhili.grid.Area;
import org.ezhili.grid.AreaKind;
import org.ezhili.grid.internal.domain.AreaPolicy;
import org.ezhili.grid.internal.domain.Tally;
import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.platform.AreaCode;

/** Gathers what drafts change in a tree; the tree itself stays as it is. For one thread. */
public final class TreeChange {

    private final AreaMap before;
    private final LocalDate today;
    private final Map<AreaCode, TreeArea> written = new LinkedHashMap<>();
    private Tally tally = Tally.NONE;

    /**
     * @param before the tree that is changed
     * @param today the day from which the change holds
     */
    public TreeChange(AreaMap before, LocalDate today) {
        this.before = before;
        this.today = today;
    }

    /** Why this draft cannot go into the tree, as code of the cause; empty when it can. */
    public Optional<String> faultOf(Draft draft) {
        Optional<AreaKind> kind = draft.kind();
        if (kind.isPresent() && !AreaPolicy.fits(draft.code().level(), kind.get())) {
            return Optional.of("kind-of-level");
        }
        boolean parentThere =
                draft.code().parent().map(parent -> find(parent).isPresent()).orElse(true);
        return parentThere ? AreaPolicy.nameFault(draft.name()) : Optional.of("parent-missing");
    }

    /** Takes a draft without fault. */
    public void add(Draft draft) {
        Optional<TreeArea> there = find(draft.code());
        Area area = new Area(draft.code(), draft.name(), kind(draft, there));
        if (there.isEmpty()) {
            written.put(draft.code(), new TreeArea(area, draft.boundary(), today, 1));
            tally = tally.plusAdded();
        } else if (there.get().area().equals(area) && sameBoundary(draft.boundary(), there.get())) {
            tally = tally.plusUnchanged();
        } else {
            Optional<Boundary> boundary = draft.boundary().or(() -> there.get().boundary());
            written.put(draft.code(), new TreeArea(area, boundary, today, nextVersion(draft.code())));
            tally = tally.plusChanged();
        }
    }

    /** Gives an area that is there a boundary. */
    public void add(Area area, Boundary boundary) {
        add(Draft.boundaryOf(area, boundary));
    }

    /** Drops what was gathered; the tally stays. */
    public void forget() {
        written.clear();
    }

    public Tally tally() {
        return tally;
    }

    /** What is to be written, parents before children if they came in that order. */
    public List<TreeArea> written() {
        return List.copyOf(written.values());
    }

    /** The tree as it would be afterwards. */
    public AreaMap after() {
        return before.with(written.values(), before.number());
    }

    /** The area as it would be afterwards. */
    public Optional<TreeArea> find(AreaCode code) {
        return Optional.ofNullable(written.get(code)).or(() -> before.find(code));
    }

    /** An area put in twice by one change is written once. */
    private int nextVersion(AreaCode code) {
        return before.find(code).map(known -> known.version() + 1).orElse(1);
    }

    private static AreaKind kind(Draft draft, Optional<TreeArea> there) {
        return draft.kind()
                .or(() -> there.map(known -> known.area().kind()))
                .orElseGet(() -> AreaPolicy.usualKind(draft.code().level()));
    }

    private static boolean sameBoundary(Optional<Boundary> wanted, TreeArea there) {
        return wanted.isEmpty() || there.boundary().map(wanted.get()::sameAs).orElse(false);
    }
}
