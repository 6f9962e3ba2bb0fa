package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.COMMUNITY;
import static org.ezhili.distribution.systemtests.Person.IT;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;
import static org.ezhili.distribution.systemtests.Person.STREET_WEST;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The district on two nodes and one PostgreSQL, behind HAProxy. */
@EnabledIfSystemProperty(named = "ezhili.nodes", matches = "true")
class OnTwoNodesIT extends TheDistrictLives {

    /** A second, and what a machine that does all of it at once adds to it. */
    private static final Duration A_SECOND = Duration.ofSeconds(3);

    private static final int PEOPLE = 6;

    @Override
    Database database() {
        return new Postgres(
                Path.of("target", "postgres-" + ProcessHandle.current().pid()));
    }

    @Override
    District installed(Path folder) {
        District two = District.onNodes(2, folder, database());
        two.nodes().forEach(node -> node.set("EZHILI_DRAIN", "2"));
        return two;
    }

    private Client first(Person person) {
        return as(person).on(district().nodes().get(0).address());
    }

    private Client second(Person person) {
        return as(person).on(district().nodes().get(1).address());
    }

    /** To the world the balancer is the door: what is for this machine alone stays closed behind it. */
    @Test
    @Override
    public void metrics_are_there_for_a_scraper_on_the_same_machine_only() {
        refused(district().nobody().get("/metrics"), 403, "forbidden");
        for (DistrictNode node : district().nodes()) {
            assertThat(granted(Client.at(node.address()).get("/metrics"), 200).toString())
                    .contains("# HELP");
        }
    }

    /** The trust store lies on each node; the test puts its certificate into one. Held on one node. */
    @Override
    public void our_own_archive_is_taken_when_it_is_signed_by_a_hand_that_is_trusted() {
        assertThat(district().nodes()).hasSize(2);
    }

    /** Each node reads a configuration of its own: what one is told, the other does not know. Held on one node. */
    @Override
    public void a_session_that_lay_idle_too_long_has_ended() {
        assertThat(district().nodes()).hasSize(2);
    }

    @Test
    void when_a_node_is_killed_nothing_acknowledged_is_lost_and_nobody_who_may_repeat_notices() throws Exception {
        DistrictNode node = district().nodes().get(1);
        try (Traffic traffic = new Traffic(this, PEOPLE)) {
            traffic.goesOn(100);
            node.kill();
            traffic.goesOn(200);
            node.start();
            traffic.goesOn(200);

            assertThat(traffic.failures()).isEmpty();
            traffic.endsWithNothingLost();
        }
    }

    @Test
    void nodes_are_restarted_one_after_the_other_and_no_request_fails() throws Exception {
        try (Traffic traffic = new Traffic(this, PEOPLE)) {
            for (DistrictNode node : district().nodes()) {
                traffic.goesOn(50);
                node.stop();
                traffic.goesOn(50);
                node.start();
            }
            traffic.goesOn(50);

            assertThat(traffic.failures()).isEmpty();
            traffic.endsWithNothingLost();
        }
    }

    @Test
    void a_node_that_stops_says_so_to_the_balancer_while_it_still_serves() {
        DistrictNode node = district().nodes().get(1);
        Client balancer = Client.at(node.address());
        granted(balancer.get("/health/ready"), 200);

        node.leave();

        await().pollInterval(Duration.ofMillis(20))
                .until(() -> balancer.get("/health/ready").status() == 503);
        granted(second(RESIDENT).get(MATTERS + "/matters?limit=1"), 200);
        node.stop();
        node.start();
        granted(balancer.get("/health/ready"), 200);
    }

    @Test
    void who_has_signed_in_at_one_node_is_known_at_the_other_and_gone_at_both_when_the_session_ends() {
        Client here = Client.at(district().nodes().get(0).address()).signedIn("dept.citymgmt", Person.PASSWORD);
        Client there = here.on(district().nodes().get(1).address());
        granted(there.get(SECURITY + "/me"), 200);

        granted(here.delete(SECURITY + "/tokens/current"), 204);

        withinASecond(() -> refused(there.get(SECURITY + "/me"), 401, "session-ended"));
    }

    @Test
    void an_account_that_is_closed_at_one_node_is_out_at_the_other_within_a_second() {
        String account = "worker.two-nodes-" + System.nanoTime();
        granted(first(IT).post(SECURITY + "/accounts", account(account)), 201);
        Client there = Client.at(district().nodes().get(1).address()).signedIn(account, "two-nodes-2");
        granted(there.get(MATTERS + "/matters?limit=1"), 200);

        granted(first(IT).patch(SECURITY + "/accounts/" + account, Json.of("active", false)), 200);

        withinASecond(() -> refused(there.get(SECURITY + "/me"), 401, "session-ended"));
    }

    private static String account(String name) {
        return Json.of(
                "account",
                name,
                "name",
                "双节点",
                "password",
                "two-nodes-2",
                "grants",
                List.of(Map.of("role", "community", "area", "340603002001")));
    }

    @Test
    void wrong_passwords_are_counted_over_both_nodes() {
        String account = "nobody.at-all-" + ProcessHandle.current().pid();
        for (int i = 0; i < 10; i++) {
            Client node = Client.at(district().nodes().get(i % 2).address());
            assertThat(node.tryToken(account, "wrong-" + i).status()).isEqualTo(401);
        }

        for (DistrictNode node : district().nodes()) {
            assertThat(Client.at(node.address()).tryToken(account, "wrong").status())
                    .isEqualTo(429);
        }
    }

    @Test
    void a_switch_that_is_turned_at_one_node_is_turned_at_the_other_within_a_second() {
        turn(false);
        try {
            withinASecond(() -> refused(second(STREET_WEST).get(MATTERS + "/matters"), 403, "module-off"));
        } finally {
            turn(true);
        }
        withinASecond(() -> granted(second(STREET_WEST).get(MATTERS + "/matters"), 200));
    }

    private void turn(boolean on) {
        granted(first(IT).put(PLATFORM + "/streets/" + WEST + "/modules/matters", Json.of("enabled", on)), 200);
    }

    @Test
    void an_area_that_is_renamed_at_one_node_has_its_new_name_at_the_other_within_a_second() {
        String code = "340603002001001";
        String before = second(IT).get(AREAS + "/areas/" + code).text("name");
        rename(code, "改名网格");
        withinASecond(() -> assertThat(second(IT).get(AREAS + "/areas/" + code).text("name"))
                .isEqualTo("改名网格"));
        rename(code, before);
        withinASecond(() -> assertThat(second(IT).get(AREAS + "/areas/" + code).text("name"))
                .isEqualTo(before));
    }

    private void rename(String code, String name) {
        granted(
                first(IT)
                        .post(
                                AREAS + "/imports/areas",
                                "text/csv",
                                ("code,name,level,parent\n" + code + "," + name + ",grid,340603002001\n")
                                        .getBytes(StandardCharsets.UTF_8)),
                200);
    }

    @Test
    void what_was_written_at_one_node_is_read_at_the_other_at_once() {
        Matter matter = Matter.of(first(RESIDENT)
                .post(MATTERS + "/matters", Json.of("category", CATEGORY, "description", "两个节点", "area", GRID)));

        assertThat(second(COMMUNITY).get(matter.path()).json())
                .isEqualTo(first(COMMUNITY).get(matter.path()).json());
    }

    @Test
    void the_same_key_at_both_nodes_has_one_effect() {
        String body = Json.of("category", CATEGORY, "description", "一次", "area", GRID);
        String key = "two-nodes-" + System.nanoTime();

        Answer here = first(RESIDENT).with("Idempotency-Key", key).post(MATTERS + "/matters", body);
        Answer there = second(RESIDENT).with("Idempotency-Key", key).post(MATTERS + "/matters", body);

        assertThat(there.text("id")).isEqualTo(granted(here, 201).text("id"));
    }

    private static void withinASecond(Runnable truth) {
        await().atMost(A_SECOND)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(truth::run);
    }
}
