package org.ezhili.points;

import org.osgi.annotation.versioning.ProviderType;

/** Takes over what a street did with volunteers and points before this house kept it. Thread-safe. */
@ProviderType
public interface PastVolunteering {

    /**
     * Loads a street's rules, volunteers, activities and rewards, through what serves live ones: seats are taken, hours that were
     * public for long enough count, points are given by the rules and within the budget. A street that has rules keeps them. A
     * reference that is known is not loaded again. An exchange for which somebody has too few points is left out.
     *
     * @return how many activities and rewards were new
     */
    int load(StreetPast past);
}
