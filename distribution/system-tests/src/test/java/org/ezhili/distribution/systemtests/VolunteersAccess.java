package org.ezhili.distribution.systemtests;

import static org.ezhili.distribution.systemtests.Endpoint.ANYBODY;
import static org.ezhili.distribution.systemtests.Endpoint.SIGNED_IN;
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

/** The part of {@link AccessTable} that is about volunteers and activities. */
final class VolunteersAccess {

    private static final String POINTS = "/api/points/v1/";
    private static final String ACTIVITY = POINTS + "activities/{id}";
    private static final String SIGNUP = POINTS + "signups/{id}";
    private static final String TEAM = POINTS + "teams/{id}";
    private static final String VOLUNTEERS = POINTS + "volunteers";
    private static final String VOLUNTEER = "points.volunteer";
    private static final String COORDINATE = "points.coordinate";
    private static final String OVERSEE = "points.oversee";
    private static final int STREET_DIGITS = 9;

    static final Map<String, Set<Person>> HOLDERS = Map.of(
            VOLUNTEER,
            EnumSet.complementOf(EnumSet.of(IT)),
            COORDINATE,
            EnumSet.of(COMMUNITY, STREET_EAST, STREET_WEST),
            OVERSEE,
            EnumSet.of(STREET_EAST, STREET_WEST, DISTRICT),
            "points.erase",
            EnumSet.of(DISTRICT));

    static final List<Endpoint> ENDPOINTS = List.of(
            write("POST " + VOLUNTEERS, VOLUNTEER, "{}", 400),
            get(VOLUNTEERS, COORDINATE),
            get(VOLUNTEERS + "/me", VOLUNTEER),
            get(VOLUNTEERS + "/candidates", COORDINATE)
                    .asking("?area={street}")
                    .placed(VolunteersAccess::coordinatesTheStreet),
            get(VOLUNTEERS + "/{id}", VOLUNTEER).answering(404),
            write("DELETE " + VOLUNTEERS + "/{id}", VOLUNTEER, "", 404),
            write("POST " + VOLUNTEERS + "/{id}/decision", COORDINATE, "{}", 400),
            write("PUT " + VOLUNTEERS + "/{id}/skills", COORDINATE, "{}", 400),
            write("POST " + POINTS + "activities", COORDINATE, "{}", 400),
            get(POINTS + "activities", VOLUNTEER),
            get(POINTS + "activities/near", VOLUNTEER).asking("?lon=1&lat=1"),
            get(ACTIVITY, VOLUNTEER).answering(404),
            get(ACTIVITY + "/code", COORDINATE).answering(404),
            get(ACTIVITY + "/signups", COORDINATE).answering(404),
            write("POST " + ACTIVITY + "/cancellation", COORDINATE, "{}", 400),
            write("POST " + POINTS + "signups", VOLUNTEER, "{}", 400),
            get(POINTS + "signups", VOLUNTEER),
            write("DELETE " + SIGNUP, VOLUNTEER, "", 404),
            write("POST " + SIGNUP + "/check-in", COORDINATE, "", 404),
            write("POST " + SIGNUP + "/check-out", COORDINATE, "", 404),
            write("POST " + SIGNUP + "/strike", COORDINATE, "{}", 400),
            write("POST " + POINTS + "check-ins", VOLUNTEER, "{}", 400),
            write("POST " + POINTS + "check-outs", VOLUNTEER, "{}", 400),
            get(POINTS + "hours", VOLUNTEER),
            write("POST " + POINTS + "hours/{id}/objections", VOLUNTEER, "{}", 400),
            get(POINTS + "anomalies", OVERSEE),
            get(POINTS + "anomalies/{id}/signups", OVERSEE).answering(404),
            write("POST " + POINTS + "anomalies/{id}/judgement", OVERSEE, "{}", 400),
            write("POST " + POINTS + "teams", COORDINATE, "{}", 400),
            get(POINTS + "teams", VOLUNTEER),
            get(TEAM, VOLUNTEER).answering(404),
            write("PUT " + TEAM, COORDINATE, "{}", 400),
            write("DELETE " + TEAM, COORDINATE, "", 404),
            write("PUT " + TEAM + "/leader", COORDINATE, "{}", 400),
            get(TEAM + "/members", VOLUNTEER).answering(404),
            write("PUT " + TEAM + "/members/{account}", VOLUNTEER, "", 404),
            write("DELETE " + TEAM + "/members/{account}", VOLUNTEER, "", 404),
            get(TEAM + "/roster", VOLUNTEER).answering(404),
            get(TEAM + "/requests", VOLUNTEER).answering(404),
            write("PUT " + TEAM + "/requests/{account}", VOLUNTEER, "", 404),
            write("DELETE " + TEAM + "/requests/{account}", VOLUNTEER, "", 404),
            write("POST " + TEAM + "/signups", VOLUNTEER, "{}", 400),
            write("POST " + POINTS + "certificates", VOLUNTEER, "{}", 201, 422),
            get(POINTS + "certificates", VOLUNTEER),
            get(POINTS + "certificates/{id}/pdf", VOLUNTEER).answering(404),
            get(POINTS + "certificates/checks/{code}", ANYBODY).answering(404),
            write("POST " + POINTS + "erasures", VOLUNTEER, "{}", 400),
            get(POINTS + "notices", SIGNED_IN),
            get(POINTS + "notices/unread", SIGNED_IN),
            write("PUT " + POINTS + "notices/{id}/read", SIGNED_IN, "", 404),
            write("PUT " + POINTS + "notices/read", SIGNED_IN, "{}", 400));

    private VolunteersAccess() {}

    /** Communities have candidates of the street as well, but ask for them by a community of their own. */
    private static boolean coordinatesTheStreet(Person person, String place) {
        return place.substring(0, STREET_DIGITS).startsWith(person.area());
    }
}
