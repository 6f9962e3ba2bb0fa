package org.ezhili.matters.internal.domain;

import org.ezhili.platform.AreaCode;
import org.ezhili.platform.security.Account;
import org.ezhili.platform.security.Grant;

/** Who can be given a matter. */
public final class Fitness {

    private Fitness() {}

    /**
     * An active account fits when one of its roles handles matters and its area contains the matter's or lies in it (a matter
     * of a whole street can go to one of its workers). Work is given down or across, not up: what the tier above should do is
     * escalated.
     *
     * @param dispatcher tier of who gives it
     */
    public static boolean fits(Account account, AreaCode area, Tier dispatcher) {
        return account.active()
                && account.grants().stream()
                        .anyMatch(grant -> handles(grant, dispatcher)
                                && (grant.area().contains(area) || area.contains(grant.area())));
    }

    private static boolean handles(Grant grant, Tier dispatcher) {
        return switch (grant.role()) {
            case WORKER, DEPARTMENT -> true;
            case COMMUNITY -> dispatcher.compareTo(Tier.COMMUNITY) >= 0;
            case STREET -> dispatcher.compareTo(Tier.STREET) >= 0;
            case RESIDENT, DISTRICT, IT -> false;
        };
    }
}
