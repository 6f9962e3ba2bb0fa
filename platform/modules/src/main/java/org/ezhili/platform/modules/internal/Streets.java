package org.ezhili.platform.modules.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ezhili.grid.Area;
import org.ezhili.grid.Areas;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The streets, as the area tree has them. Thread-safe. */
@Component(service = Streets.class)
public final class Streets {

    @Reference(
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            cardinality = ReferenceCardinality.OPTIONAL,
            target = "(ezhili.live=true)")
    private volatile @Nullable Areas areas;

    @Activate
    public Streets() {}

    Streets(Areas areas) {
        this.areas = areas;
    }

    public Optional<Area> find(AreaCode code) {
        return code.level() == AreaLevel.STREET ? areas().find(code) : Optional.empty();
    }

    /** A street or a whole district: where something can be set. */
    public Optional<Area> place(AreaCode code) {
        return code.level().compareTo(AreaLevel.STREET) <= 0 ? areas().find(code) : Optional.empty();
    }

    /** The streets inside (or equal to) these areas, by code. */
    public List<Area> within(Collection<AreaCode> wholes) {
        Areas tree = areas();
        return wholes.stream()
                .flatMap(whole -> tree.level(whole, AreaLevel.STREET).stream())
                .distinct()
                .sorted(Comparator.comparing(Area::code))
                .toList();
    }

    private Areas areas() {
        Areas now = areas;
        if (now == null) {
            throw new ProblemException(Problem.unavailable("module-away", 2));
        }
        return now;
    }
}
