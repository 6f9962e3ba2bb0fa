package org.ezhili.matters.internal.store;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ezhili.matters.internal.domain.State;
import org.ezhili.platform.AreaCode;

/**
 * Which matters a list shows: those of the areas, those one reported, those one is or was given or handles; of these, those that all
 * filters let through.
 *
 * @param areas each with all its matters
 * @param reporter whose reports
 * @param given to whom they are or were given
 * @param handling who handles or handled them last
 * @param within the area that all must lie in
 * @param without areas that none may lie in
 * @param states empty: any
 * @param overdue true: only those past their deadline; false: only others; empty: any
 */
public record MatterQuery(
        List<AreaCode> areas,
        Optional<String> reporter,
        Optional<String> given,
        Optional<String> handling,
        Optional<AreaCode> within,
        Set<AreaCode> without,
        Set<State> states,
        Optional<String> category,
        Optional<String> handler,
        Optional<Boolean> overdue) {}
