package org.ezhili.distribution.systemtests;

import static org.ezhili.distribution.systemtests.Endpoint.ANYBODY;
import static org.ezhili.distribution.systemtests.Endpoint.SIGNED_IN;
import static org.ezhili.distribution.systemtests.Endpoint.get;
import static org.ezhili.distribution.systemtests.Endpoint.write;
import static org.ezhili.distribution.systemtests.Person.COMMUNITY;
import static org.ezhili.distribution.systemtests.Person.DISTRICT;
import static org.ezhili.distribution.systemtests.Person.IT;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;
import static org.ezhili.distribution.systemtests.Person.STREET_EAST;
import static org.ezhili.distribution.systemtests.Person.STREET_WEST;
import static org.ezhili.distribution.systemtests.Person.WORKER;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who is meant to be let in where: written by hand, held against what the district does. */
final class AccessTable {

    private static final String SECURITY = "/api/security/v1/";
    private static final String PLATFORM = "/api/platform/v1/";
    private static final String GRID = "/api/grid/v1/";
    private static final String MATTERS = "/api/matters/v1/";

    private static final Set<Person> OVERSEERS = EnumSet.of(WORKER, COMMUNITY, STREET_EAST, STREET_WEST, DISTRICT);
    private static final Set<Person> EVERYBODY = EnumSet.allOf(Person.class);
    private static final Set<Person> IN_MATTERS = EnumSet.complementOf(EnumSet.of(IT));

    private static final Map<String, Set<Person>> OF_THE_CORE = Map.of(
            "security.accounts", EnumSet.of(IT, STREET_EAST, STREET_WEST),
            "security.audit", EnumSet.of(IT, DISTRICT),
            "platform.switch", EnumSet.of(IT, STREET_EAST, STREET_WEST),
            "platform.settings", EnumSet.of(IT, STREET_EAST, STREET_WEST),
            "grid.read", EVERYBODY,
            "grid.import", EnumSet.of(IT, DISTRICT),
            "matters.report", EnumSet.of(RESIDENT, WORKER, COMMUNITY, STREET_EAST, STREET_WEST, DISTRICT),
            "matters.read", IN_MATTERS,
            "matters.act", IN_MATTERS,
            "matters.manage", EnumSet.of(COMMUNITY, STREET_EAST, STREET_WEST, DISTRICT));

    private static final List<Endpoint> IN_THE_CORE = List.of(
            write("POST " + SECURITY + "tokens", ANYBODY, "{}", 400),
            new Endpoint(
                    "DELETE " + SECURITY + "tokens/current",
                    SIGNED_IN,
                    "",
                    "",
                    "",
                    Set.of(204),
                    0,
                    (who, place) -> true),
            write("POST " + SECURITY + "sessions", ANYBODY, "{}", 400),
            write("DELETE " + SECURITY + "sessions", SIGNED_IN, "", 204),
            get(SECURITY + "me", SIGNED_IN),
            write("POST " + SECURITY + "me/password", SIGNED_IN, "{}", 400),
            write("POST " + SECURITY + "setup", ANYBODY, "{}", 400),
            get(SECURITY + "accounts", "security.accounts")
                    .asking("?area={area}")
                    .placed(AccessTable::holdsThere),
            write(
                            "POST " + SECURITY + "accounts",
                            "security.accounts",
                            "{'account':'test.never','name':'x','password':'short','grants':[{'role':'worker','area':'{area}'}]}",
                            400,
                            422)
                    .placed(403, AccessTable::holdsThere),
            write("PATCH " + SECURITY + "accounts/{account}", "security.accounts", "{}", 200)
                    .placed(AccessTable::holdsThere),
            write("DELETE " + SECURITY + "accounts/{account}/sessions", "security.accounts", "", 204)
                    .placed(AccessTable::holdsThere),
            get(SECURITY + "audit", "security.audit").asking("?area={area}").placed(AccessTable::holdsThere),
            get(SECURITY + "audit/check", "security.audit"),
            get(PLATFORM + "modules", SIGNED_IN),
            get(PLATFORM + "modules/{id}/log", "platform.logs"),
            get(PLATFORM + "streets", "platform.switch"),
            write("PUT " + PLATFORM + "streets/{code}/modules/{id}", "platform.switch", "{'enabled':true}", 200)
                    .placed(AccessTable::holdsThere),
            get(PLATFORM + "streets/{code}/settings", "platform.settings").placed(AccessTable::holdsThere),
            get(PLATFORM + "streets/{code}/settings/{module}", "platform.settings")
                    .placed(AccessTable::holdsThere),
            write(
                            "PUT " + PLATFORM + "streets/{code}/settings/{module}",
                            "platform.settings",
                            "{'values':{'x':1},'version':0}",
                            400)
                    .placed(AccessTable::holdsThere),
            get(PLATFORM + "streets/{code}/settings/{module}/history", "platform.settings")
                    .placed(AccessTable::holdsThere),
            write(
                            "POST " + PLATFORM + "streets/{code}/settings/{module}/revert",
                            "platform.settings",
                            "{'to':999999,'version':0}",
                            404)
                    .placed(AccessTable::holdsThere),
            write("POST " + PLATFORM + "streets/{code}/pictures", "platform.settings", "", 415)
                    .sending("image/png", "no picture")
                    .placed(AccessTable::holdsThere),
            get(PLATFORM + "pictures/{id}", SIGNED_IN).answering(404),
            get(PLATFORM + "look", SIGNED_IN),
            get(GRID + "areas", "grid.read").asking("?parent={street}"),
            get(GRID + "areas/{code}", "grid.read"),
            get(GRID + "areas/{code}/history", "grid.read"),
            get(GRID + "areas/{code}/boundary", "grid.read"),
            get(GRID + "boundaries", "grid.read").asking("?within={street}&level=grid&limit=5"),
            get(GRID + "checks", "grid.read").asking("?within={area}"),
            get(GRID + "locate", "grid.read").asking("?lon=1&lat=1").answering(404),
            write("POST " + GRID + "imports/areas", "grid.import", "code\n", 400)
                    .sending("text/csv", "code\n")
                    .asking("?dryRun=true"),
            write("POST " + GRID + "imports/boundaries", "grid.import", "[]", 400)
                    .asking("?dryRun=true"),
            get(MATTERS + "categories", SIGNED_IN),
            get(MATTERS + "counters", "matters.read").asking("?area={area}").placed(AccessTable::listsThere),
            get(MATTERS + "matters", "matters.read").asking("?area={area}").placed(AccessTable::listsThere),
            write(
                            "POST " + MATTERS + "matters",
                            "matters.report",
                            "{'category':'Z9','description':'x','area':'{area}'}",
                            422)
                    .placed(403, AccessTable::holdsThere),
            get(MATTERS + "matters/{id}", "matters.read").placed(AccessTable::oversees),
            get(MATTERS + "matters/{id}/history", "matters.read").placed(AccessTable::oversees),
            get(MATTERS + "matters/{id}/handlers", "matters.manage").placed(AccessTable::oversees),
            write("POST " + MATTERS + "matters/{id}/actions", "matters.act", "{'action':'accept','version':99}", 409)
                    .placed(AccessTable::oversees),
            write("POST " + MATTERS + "photos", "matters.act", "", 415).sending("image/jpeg", "no photo"),
            get(MATTERS + "photos/{id}", "matters.read").placed(AccessTable::oversees),
            get(MATTERS + "photos/{id}/thumbnail", "matters.read").placed(AccessTable::oversees));

    private static final Map<String, Set<Person>> OF_DISTRICT_IT = Map.of("platform.logs", EnumSet.of(IT));

    static final Map<String, Set<Person>> HOLDERS = Stream.of(
                    OF_THE_CORE,
                    OF_DISTRICT_IT,
                    PointsAccess.HOLDERS,
                    VolunteersAccess.HOLDERS,
                    RewardsAccess.HOLDERS,
                    ReleasesAccess.HOLDERS)
            .flatMap(part -> part.entrySet().stream())
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    static final List<Endpoint> ENDPOINTS = Stream.of(
                    IN_THE_CORE,
                    PointsAccess.ENDPOINTS,
                    VolunteersAccess.ENDPOINTS,
                    RewardsAccess.ENDPOINTS,
                    ReleasesAccess.ENDPOINTS)
            .flatMap(List::stream)
            .toList();

    private AccessTable() {}

    /** Their role is held for an area that contains the place. */
    static boolean holdsThere(Person person, String place) {
        return place.startsWith(person.area());
    }

    /** They belong to an office of the place, or are its worker: they see what others have reported there. */
    private static boolean oversees(Person person, String place) {
        return OVERSEERS.contains(person) && holdsThere(person, place);
    }

    /** Who oversees no place lists what is their own, whatever place they ask for. */
    private static boolean listsThere(Person person, String place) {
        return !OVERSEERS.contains(person) || oversees(person, place);
    }
}
