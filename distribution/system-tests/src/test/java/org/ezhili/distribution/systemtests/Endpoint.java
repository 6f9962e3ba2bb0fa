package org.ezhili.distribution.systemtests;

import java.util.Set;
import java.util.function.BiPredicate;

/**
 * One endpoint and who may call it.
 *
 * @param name method and path, as the joined API description has them
 * @param permission of which one is needed; empty for anybody who is signed in; {@link #ANYBODY} for those who are not
 * @param query appended to the path; {@code {area}} is the place's grid, {@code {street}} its street
 * @param type of the body; empty when there is none
 * @param body that does no harm where it is let in
 * @param admitted what somebody who may call it is answered
 * @param foreign what somebody is answered about a place that is not theirs
 * @param sees whether a place is this person's, by the district code of the place
 */
record Endpoint(
        String name,
        String permission,
        String query,
        String type,
        String body,
        Set<Integer> admitted,
        int foreign,
        BiPredicate<Person, String> sees) {

    static final String ANYBODY = "-";
    static final String SIGNED_IN = "";

    /** A read that shows everybody the same, or everybody their own. */
    static Endpoint get(String path, String permission) {
        return new Endpoint("GET " + path, permission, "", "", "", Set.of(200), 0, (person, place) -> true);
    }

    /** A write whose JSON is refused for what it says once the caller has been let in. */
    static Endpoint write(String name, String permission, String json, Integer... admitted) {
        return new Endpoint(
                name, permission, "", "application/json", json, Set.of(admitted), 0, (person, place) -> true);
    }

    Endpoint asking(String text) {
        return new Endpoint(name, permission, text, type, body, admitted, foreign, sees);
    }

    Endpoint sending(String otherType, String text) {
        return new Endpoint(name, permission, query, otherType, text, admitted, foreign, sees);
    }

    Endpoint answering(Integer... statuses) {
        return new Endpoint(name, permission, query, type, body, Set.of(statuses), foreign, sees);
    }

    /** About places: not there for people whose place it is not. */
    Endpoint placed(BiPredicate<Person, String> whose) {
        return placed(404, whose);
    }

    Endpoint placed(int refusal, BiPredicate<Person, String> whose) {
        return new Endpoint(name, permission, query, type, body, admitted, refusal, whose);
    }

    boolean isPlaced() {
        return foreign != 0;
    }

    String method() {
        return name.substring(0, name.indexOf(' '));
    }

    String path() {
        return name.substring(name.indexOf(' ') + 1);
    }
}
