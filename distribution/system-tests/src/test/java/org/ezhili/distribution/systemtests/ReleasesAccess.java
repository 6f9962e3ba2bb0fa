package org.ezhili.distribution.systemtests;

import static org.ezhili.distribution.systemtests.Endpoint.get;
import static org.ezhili.distribution.systemtests.Endpoint.write;
import static org.ezhili.distribution.systemtests.Person.IT;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The part of {@link AccessTable} that is about releases of modules. */
final class ReleasesAccess {

    private static final String RELEASES = "/api/releases/v1/";

    static final Map<String, Set<Person>> HOLDERS = Map.of(
            "releases.read", EnumSet.of(IT),
            "releases.install", EnumSet.of(IT),
            "releases.upgrade", EnumSet.of(IT));

    static final List<Endpoint> ENDPOINTS = List.of(
            get(RELEASES + "releases", "releases.read"),
            get(RELEASES + "releases/{module}/{version}", "releases.read").answering(404),
            write("POST " + RELEASES + "releases", "releases.install", "", 422)
                    .sending("application/octet-stream", "no archive"),
            write("DELETE " + RELEASES + "releases/{module}/{version}", "releases.install", "", 404),
            get(RELEASES + "modules", "releases.read"),
            get(RELEASES + "upgrades", "releases.read"),
            get(RELEASES + "upgrades/{id}", "releases.read").answering(404),
            write("POST " + RELEASES + "upgrades", "releases.upgrade", "{'modules':[]}", 400),
            write("DELETE " + RELEASES + "upgrades/{id}", "releases.upgrade", "", 404),
            get(RELEASES + "rollbacks", "releases.read"),
            write("POST " + RELEASES + "rollbacks", "releases.upgrade", "{'module':'nobody'}", 409));

    private ReleasesAccess() {}
}
