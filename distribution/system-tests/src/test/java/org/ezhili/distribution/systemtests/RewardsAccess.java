package org.ezhili.distribution.systemtests;

import static org.ezhili.distribution.systemtests.Endpoint.get;
import static org.ezhili.distribution.systemtests.Endpoint.write;
import static org.ezhili.distribution.systemtests.Person.COMMUNITY;
import static org.ezhili.distribution.systemtests.Person.DISTRICT;
import static org.ezhili.distribution.systemtests.Person.IT;
import static org.ezhili.distribution.systemtests.Person.STREET_EAST;
import static org.ezhili.distribution.systemtests.Person.STREET_WEST;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of {@link AccessTable} that is about rewards and vouchers. */
final class RewardsAccess {

    private static final String REWARDS = "/api/points/v1/rewards";
    private static final String VOUCHERS = "/api/points/v1/vouchers";
    private static final String WAITING = "/api/points/v1/waiting/{reward}";
    private static final String COUNTER = "/api/points/v1/counter/";

    static final Map<String, Set<Person>> HOLDERS = Map.of(
            "points.shop", EnumSet.complementOf(EnumSet.of(IT)),
            "points.rewards", EnumSet.of(STREET_EAST, STREET_WEST, DISTRICT),
            "points.counter", EnumSet.of(COMMUNITY, STREET_EAST, STREET_WEST));

    static final List<Endpoint> ENDPOINTS = List.of(
            get(REWARDS, "points.shop"),
            get(REWARDS + "/{id}", "points.shop").answering(404),
            get(REWARDS + "/{id}/calendar", "points.shop").answering(404),
            get(REWARDS + "/{id}/picture", "points.shop").answering(404),
            get(REWARDS + "/{id}/thumbnail", "points.shop").answering(404),
            write("POST " + REWARDS, "points.rewards", "{}", 400),
            write("PUT " + REWARDS + "/{id}", "points.rewards", "{}", 400),
            write("POST " + REWARDS + "/{id}/withdrawal", "points.rewards", "{}", 400),
            write("POST /api/points/v1/pictures", "points.rewards", "", 415).sending("image/jpeg", "no picture"),
            get(VOUCHERS, "points.shop"),
            get(VOUCHERS + "/{id}", "points.shop").answering(404),
            get(VOUCHERS + "/{id}/calendar", "points.shop").answering(404),
            write("POST " + VOUCHERS, "points.shop", "{}", 400),
            write("POST " + VOUCHERS + "/{id}/cancellation", "points.shop", "", 404),
            write("POST " + VOUCHERS + "/{id}/pass", "points.shop", "", 404),
            get(WAITING, "points.shop").answering(404),
            write("PUT " + WAITING, "points.shop", "", 404),
            write("DELETE " + WAITING, "points.shop", "", 404),
            get(COUNTER + "key", "points.counter"),
            get(COUNTER + "vouchers/{code}", "points.counter").answering(404),
            write("POST " + COUNTER + "collections", "points.counter", "{}", 400));

    private RewardsAccess() {}
}
