package org.ezhili.distribution.systemtests;

import static org.ezhili.distribution.systemtests.Endpoint.ANYBODY;
import static org.ezhili.distribution.systemtests.Endpoint.SIGNED_IN;
import static org.ezhili.distribution.systemtests.Endpoint.get;
import static org.ezhili.distribution.systemtests.Endpoint.write;
import static org.ezhili.distribution.systemtests.Person.DISTRICT;
import static org.ezhili.distribution.systemtests.Person.STREET_EAST;
import static org.ezhili.distribution.systemtests.Person.STREET_WEST;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of {@link AccessTable} that is about points. */
final class PointsAccess {

    private static final String POINTS = "/api/points/v1/";
    private static final String STREET = POINTS + "streets/{street}/";

    static final Map<String, Set<Person>> HOLDERS = Map.of(
            "points.govern", EnumSet.of(STREET_EAST, STREET_WEST, DISTRICT),
            "points.ledger", EnumSet.of(STREET_EAST, STREET_WEST, DISTRICT),
            "points.award", EnumSet.of(STREET_EAST, STREET_WEST));

    static final List<Endpoint> ENDPOINTS = List.of(
            get(POINTS + "account", SIGNED_IN),
            get(POINTS + "account/entries", SIGNED_IN),
            get(POINTS + "account/statements/{month}", SIGNED_IN),
            get(POINTS + "account/statements/{month}/pdf", SIGNED_IN),
            get(POINTS + "fairness", ANYBODY).asking("?area={area}"),
            get(POINTS + "fairness/{street}", ANYBODY),
            get(STREET + "rules", SIGNED_IN),
            write("POST " + STREET + "rules", "points.govern", "{}", 400),
            write("POST " + STREET + "rules/dry-runs", "points.govern", "{}", 400),
            get(STREET + "ledger", "points.ledger").placed(AccessTable::holdsThere),
            get(STREET + "entries", "points.ledger").placed(AccessTable::holdsThere),
            get(STREET + "budgets", "points.ledger").placed(AccessTable::holdsThere),
            write("PUT " + STREET + "budgets/{year}", "points.govern", "{}", 400),
            write("POST " + STREET + "entries/{id}/reversal", "points.govern", "{}", 400),
            write("POST " + STREET + "occasions", "points.award", "{}", 400));

    private PointsAccess() {}
}
