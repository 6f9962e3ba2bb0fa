package org.ezhili.points.internal.rest.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;

class ActivitiesRestTest {

    private static final String COMMUNITY = "340603002001";

    @EachDatabase
    void a_resident_becomes_a_volunteer_and_checks_in_by_code(TestDatabase db) {
        Counter counter = Counter.on(db);
        String id = counter.apply("resident", COMMUNITY, "k").id();
        assertThat(counter.apply("resident", COMMUNITY, "k").id()).isEqualTo(id);
        assertThat(counter.decide("community", id, true).state()).isEqualTo("approved");
        ActivityJson activity = counter.publish("community", COMMUNITY);
        assertThat(counter.signUp("resident", activity).state()).isEqualTo("seated");
        String code = counter.code("community", activity);
        assertThat(counter.checkIn("resident", code, 33.9).state()).isEqualTo("present");
        assertThat(counter.checkIn("resident", code, 33.9).state()).isEqualTo("present");
        assertThat(counter.place().audited).isEmpty();
    }

    @EachDatabase
    void a_check_in_too_far_too_late_or_by_another_code_is_refused(TestDatabase db) {
        Counter counter = Counter.on(db);
        counter.decide("community", counter.apply("resident", COMMUNITY, null).id(), true);
        ActivityJson activity = counter.publish("community", COMMUNITY);
        ActivityJson other = counter.publish("community", COMMUNITY);
        counter.signUp("resident", activity);
        String code = counter.code("community", activity);
        Counter.refused(() -> counter.checkIn("resident", code, 33.918), 422, "outside-fence");
        Counter.refused(() -> counter.checkIn("resident", code + "A", 33.9), 422, "code-not-good");
        Counter.refused(() -> counter.checkIn("resident", counter.code("community", other), 33.9), 422, "no-shift-now");
        Counter.refused(() -> counter.checkIn("neighbour", code, 33.9), 422, "no-shift-now");
        db.clock().forward(Duration.ofSeconds(31));
        Counter.refused(() -> counter.checkIn("resident", code, 33.9), 422, "code-not-good");
        db.clock().forward(Duration.ofDays(1));
        Counter.refused(
                () -> counter.checkIn("resident", counter.code("community", activity), 33.9), 422, "no-shift-now");
    }

    @EachDatabase
    void what_lies_in_another_street_is_not_there_and_the_attempt_is_on_record(TestDatabase db) {
        Counter counter = Counter.on(db);
        ActivityJson activity = counter.publish("community", COMMUNITY);
        String id = counter.apply("resident", COMMUNITY, null).id();
        Counter.refused(() -> counter.decide("street.west", id, true), 404, "not-found");
        Counter.refused(() -> counter.code("street.west", activity), 404, "not-found");
        Counter.refused(() -> counter.publish("street.west", COMMUNITY), 404, "not-found");
        Counter.refused(() -> counter.apply("worker.west", COMMUNITY, null), 404, "not-found");
        Counter.refused(() -> counter.signUp("worker.west", activity), 404, "not-found");
        assertThat(counter.place().audited).hasSize(5).allMatch(line -> line.endsWith("foreign-area"));
    }

    @EachDatabase
    void where_the_street_does_without_points_nothing_of_it_is_seen(TestDatabase db) {
        Counter counter = Counter.on(db);
        ActivityJson activity = counter.publish("community", COMMUNITY);
        counter.place().offStreets.add("340603002");
        Counter.refused(() -> counter.publish("community", COMMUNITY), 403, "module-off");
        Counter.refused(() -> counter.apply("resident", COMMUNITY, null), 403, "module-off");
        Counter.refused(() -> counter.signUp("resident", activity), 403, "module-off");
        assertThat(counter.place()
                        .resource(ActivitiesResource.class)
                        .list(counter.place().caller("resident"), null, null, null)
                        .items())
                .isEmpty();
    }

    @EachDatabase
    void nonsense_is_refused(TestDatabase db) {
        Counter counter = Counter.on(db);
        Counter.refused(() -> counter.apply("resident", "340603002999", null), 422, "unknown-area");
        Counter.refused(() -> counter.apply("resident", "340603", null), 422, "unknown-area");
        Counter.refused(() -> counter.decide("community", "x", true), 404, "not-found");
        String own = counter.apply("community", COMMUNITY, null).id();
        Counter.refused(() -> counter.decide("community", own, true), 403, "not-for-oneself");
        String id = counter.apply("resident", COMMUNITY, null).id();
        Counter.refused(() -> counter.decide("community", id, false), 400, "bad-request");
    }
}
