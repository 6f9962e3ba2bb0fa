package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.Person.DISTRICT;
import static org.ezhili.distribution.systemtests.Person.IT;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every endpoint × every role and nobody × their own street and another one. */
interface WhoMayCallWhat extends InDistrict {

    @Test
    default void every_endpoint_of_the_api_is_in_the_access_table_and_no_other() {
        List<String> described = new ArrayList<>();
        granted(district().nobody().get("/api/openapi.json"), 200)
                .json()
                .path("paths")
                .fields()
                .forEachRemaining(path -> path.getValue()
                        .fieldNames()
                        .forEachRemaining(method ->
                                described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())));

        assertThat(AccessTable.ENDPOINTS.stream().map(Endpoint::name)).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    default void each_role_holds_the_permissions_of_the_access_table() {
        for (Person person : Person.values()) {
            JsonNode held = as(person).get(SECURITY + "/me").json().path("permissions");
            AccessTable.HOLDERS.forEach((permission, holders) -> assertThat(held.has(permission))
                    .as(person + " " + permission)
                    .isEqualTo(holders.contains(person)));
        }
    }

    @TestFactory
    default Stream<DynamicTest> each_role_is_let_in_where_it_should_be_and_nowhere_else() {
        List<Place> places = List.of(place(GRID), place(gridInTheWest()));
        return AccessTable.ENDPOINTS.stream().flatMap(endpoint -> places.stream()
                .limit(endpoint.isPlaced() ? places.size() : 1)
                .flatMap(place -> Stream.concat(
                        Stream.of(asNobody(endpoint, place)),
                        Stream.of(Person.values()).map(person -> asPerson(endpoint, place, person)))));
    }

    private DynamicTest asNobody(Endpoint endpoint, Place place) {
        return DynamicTest.dynamicTest("nobody: " + endpoint.name() + place.title(endpoint), () -> {
            Answer answer = call(district().nobody(), endpoint, place);
            if (endpoint.permission().equals(Endpoint.ANYBODY)) {
                assertThat(answer.status()).as(answer.toString()).isIn(endpoint.admitted());
            } else {
                InDistrict.refused(answer, 401, "not-signed-in");
            }
        });
    }

    private DynamicTest asPerson(Endpoint endpoint, Place place, Person person) {
        return DynamicTest.dynamicTest(person + ": " + endpoint.name() + place.title(endpoint), () -> {
            Answer answer = call(client(endpoint, person), endpoint, place);
            boolean isHeld = AccessTable.HOLDERS
                    .getOrDefault(endpoint.permission(), java.util.Set.of(person))
                    .contains(person);
            if (!isHeld) {
                InDistrict.refused(answer, 403, "forbidden");
            } else if (endpoint.isPlaced() && !endpoint.sees().test(person, place.grid())) {
                assertThat(answer.status()).as(answer.toString()).isEqualTo(endpoint.foreign());
            } else {
                assertThat(answer.status()).as(answer.toString()).isIn(endpoint.admitted());
            }
        });
    }

    /** What ends a token is called with one that nobody else needs. */
    private Client client(Endpoint endpoint, Person person) {
        return endpoint.path().endsWith("/tokens/current")
                ? district().nobody().signedIn(person.account(), Person.PASSWORD)
                : as(person);
    }

    private static Answer call(Client client, Endpoint endpoint, Place place) {
        Client typed = endpoint.type().isEmpty() ? client : client.with("Content-Type", endpoint.type());
        String body = place.filled(endpoint.body()).replace('\'', '"');
        return typed.send(
                endpoint.method(),
                place.filled(endpoint.path() + endpoint.query()),
                body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    /** A place, with what there is in it that one can ask for. */
    record Place(String grid, Map<String, String> names) {

        String filled(String text) {
            String filled = text;
            for (Map.Entry<String, String> name : names.entrySet()) {
                filled = filled.replace(name.getKey(), name.getValue());
            }
            return filled;
        }

        String title(Endpoint endpoint) {
            return endpoint.isPlaced() ? " in " + grid.substring(0, 9) : "";
        }
    }

    private Place place(String grid) {
        String street = grid.substring(0, 9);
        String photo = granted(as(DISTRICT).post(MATTERS + "/photos", "image/png", Photos.picture("png", 40, 30)), 201)
                .text("id");
        String matter = granted(
                        as(DISTRICT)
                                .post(
                                        MATTERS + "/matters",
                                        Json.of(
                                                "category",
                                                CATEGORY,
                                                "description",
                                                "谁能看见",
                                                "area",
                                                grid,
                                                "photos",
                                                List.of(photo))),
                        201)
                .text("id");
        String worker = granted(as(IT).get(SECURITY + "/accounts?limit=1&role=worker&area=" + grid), 200)
                .json()
                .at("/items/0/account")
                .asText();
        Map<String, String> names = new TreeMap<>(Map.of(
                "/photos/{id}",
                "/photos/" + photo,
                "/matters/{id}",
                "/matters/" + matter,
                "/streets/{code}",
                "/streets/" + street,
                "/modules/{id}",
                "/modules/matters",
                "/areas/{code}",
                "/areas/" + grid,
                "{account}",
                worker,
                "{area}",
                grid,
                "{street}",
                street));
        names.put("/settings/{module}", "/settings/platform");
        names.put("{id}", "1");
        names.put("{reward}", "1");
        names.put("{code}", "0000-0000-0000-0000");
        names.put("{module}", "nobody");
        names.put("{month}", "2026-01");
        names.put("{version}", "1.0.0");
        names.put("{year}", "2026");
        return new Place(grid, names);
    }
}
