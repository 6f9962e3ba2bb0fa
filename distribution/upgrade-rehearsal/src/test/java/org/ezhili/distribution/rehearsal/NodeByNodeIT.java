package org.ezhili.distribution.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.acme.ponds.internal.PondsModule;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.ezhili.distribution.systemtests.Dealers;
import org.ezhili.distribution.systemtests.District;
import org.ezhili.distribution.systemtests.DistrictNode;
import org.ezhili.distribution.systemtests.Person;
import org.ezhili.distribution.systemtests.Postgres;
import org.ezhili.distribution.systemtests.Vendor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Two nodes on one PostgreSQL, behind a balancer, go from the last release to this build and back, one after the other, so that
 * two versions live beside each other, while people work.
 */
@EnabledIfSystemProperty(named = "ezhili.nodes", matches = "true")
class NodeByNodeIT {

    private static final String BUILD = System.getProperty("ezhili.version");
    private static final int PEOPLE = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static PreviousRelease previous;
    private static District district;
    private static Walks walks;
    private static String token;

    @BeforeAll
    static void two_nodes_run_the_last_release() {
        previous = PreviousRelease.kept();
        Path data =
                Path.of("target", "postgres-nodes-" + ProcessHandle.current().pid());
        district = District.onNodes(2, Path.of("target", "two-nodes"), new Postgres(data));
        previous.putInto(district);
        district.with("ezhili.upgrade.standby", "1").withDemo(20).withShell().start();
        walks = new Walks(district.as(Person.IT));
        token = district.nobody()
                .tryToken(Person.RESIDENT.account(), Person.PASSWORD)
                .text("token");
    }

    @AfterAll
    static void they_stop() {
        district.close();
    }

    @AfterEach
    void both_nodes_are_back_at_the_last_release() {
        bothServe(previous.versions());
    }

    @Test
    void each_module_goes_up_and_back_by_itself_and_no_request_fails() {
        try (Traffic traffic = Traffic.of(PEOPLE, district.address(), token)) {
            traffic.isUnderWay();
            for (String module : previous.modules()) {
                oneAfterTheOther(walks.up(Map.of(module, BUILD)));
                bothServe(Map.of(module, BUILD));
                oneAfterTheOther(walks.back(module));
            }
            traffic.endsWithNothingLostOrTwice(district.as(Person.RESIDENT));
        }
    }

    @Test
    void all_modules_go_up_and_back_in_one_step_and_no_request_fails() {
        try (Traffic traffic = Traffic.of(PEOPLE, district.address(), token)) {
            traffic.isUnderWay();
            oneAfterTheOther(walks.up(previous.all(BUILD)));
            bothServe(previous.all(BUILD));
            oneAfterTheOther(walks.back("matters"));
            traffic.endsWithNothingLostOrTwice(district.as(Person.RESIDENT));
        }
    }

    @Test
    void points_that_are_earned_and_redeemed_at_two_versions_at_once_are_there_once() {
        try (Dealers dealers = new Dealers(district, new Random())) {
            dealers.dealWhile(() -> {
                walks.up(Map.of("points", BUILD));
                walks.back("points");
            });
            dealers.settle();
            dealers.haveEverythingOnce("up and back");
        }
    }

    @Test
    void when_a_node_is_killed_on_its_way_the_walk_ends_and_the_node_comes_up_with_the_version_of_the_others() {
        try (Traffic traffic = Traffic.of(PEOPLE, district.address(), token)) {
            traffic.isUnderWay();
            String up = begun(walks.ask(previous.all(BUILD)).text("id"));
            killedAndRestarted(walkingNode(up));
            walks.gone(up);
            bothServe(previous.all(BUILD));

            String back = begun(walks.askBack("matters").text("id"));
            killedAndRestarted(walkingNode(back));
            walks.gone(back);
            bothServe(previous.versions());
            traffic.endsWithNothingLostOrTwice(district.as(Person.RESIDENT));
        }
    }

    @Test
    void a_node_that_was_away_while_the_other_went_comes_up_and_follows() {
        DistrictNode away = district.nodes().get(1);
        try (Traffic traffic = Traffic.of(PEOPLE, district.address(), token)) {
            traffic.isUnderWay();
            away.kill();
            walks.up(previous.all(BUILD));
            away.start();
            bothServe(previous.all(BUILD));

            away.kill();
            walks.back("matters");
            away.start();
            bothServe(previous.versions());
            traffic.endsWithNothingLostOrTwice(district.as(Person.RESIDENT));
        }
    }

    @Test
    void a_vendors_module_that_is_new_here_comes_to_both_nodes_and_leaves_both() throws IOException {
        Vendor vendor = Vendor.in(Path.of("target", "two-nodes-shop"));
        district.nodes().forEach(node -> vendor.trustedIn(node.etc("ezhili-trust.p12"), "acme@ponds"));
        VendorRelease ponds = VendorRelease.of(PondsModule.class, "1.0.0");
        Path archive = vendor.signed(ponds.packedIn(Path.of("target", "two-nodes-bench")));
        district.as(Person.IT)
                .post(AtAVendors.RELEASES, AtAVendors.BYTES, Files.readAllBytes(archive))
                .granted(201);

        oneAfterTheOther(walks.up(AtAVendors.to(ponds)));
        bothServe(AtAVendors.to(ponds));
        assertThat(frogs()).containsExactly(200, 200);

        oneAfterTheOther(walks.back("ponds"));
        await("no node has it").atMost(PATIENCE).until(() -> frogs().equals(List.of(404, 404)));
        district.as(Person.IT).delete(AtAVendors.RELEASES + "/ponds/1.0.0").granted(204);
    }

    private static List<Integer> frogs() {
        return district.nodes().stream()
                .map(node -> district.as(Person.STREET_EAST)
                        .on(node.address())
                        .get(AVendorsModuleComesAndGoes.FROGS)
                        .status())
                .toList();
    }

    private static String begun(String id) {
        assertThat(id).isNotEmpty();
        return id;
    }

    private static void killedAndRestarted(DistrictNode node) {
        node.kill();
        node.start();
    }

    /** The second node, as soon as it is on its way: the first has arrived, and two versions live. */
    private static DistrictNode walkingNode(String walk) {
        JsonNode nodes = await("the second node is on its way")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> walks.look(walk).path("nodes"), underWay -> underWay.size() == 2);
        String name = later(nodes).path("name").asText();
        assertThat(name).isIn("node1", "node2");
        return district.nodes().get(name.equals("node1") ? 0 : 1);
    }

    private static JsonNode later(JsonNode nodes) {
        return begunAt(nodes.path(0)).isAfter(begunAt(nodes.path(1))) ? nodes.path(0) : nodes.path(1);
    }

    private static Instant begunAt(JsonNode node) {
        return Instant.parse(node.path("begunAt").asText());
    }

    /** Both nodes went, and the second began only when the first had arrived. */
    private static void oneAfterTheOther(JsonNode walk) {
        JsonNode nodes = walk.path("nodes");
        assertThat(nodes).hasSize(2);
        JsonNode second = later(nodes);
        JsonNode first = second == nodes.path(0) ? nodes.path(1) : nodes.path(0);
        assertThat(Instant.parse(first.path("endedAt").asText())).isBeforeOrEqualTo(begunAt(second));
    }

    /** Each node serves these versions, and has no others beside them. */
    private static void bothServe(Map<String, String> versions) {
        List<Walks> each = district.nodes().stream()
                .map(node -> new Walks(district.as(Person.IT).on(node.address())))
                .toList();
        await("both nodes serve " + versions).atMost(PATIENCE).until(() -> each.stream()
                .allMatch(node -> versions.entrySet().stream()
                        .allMatch(wanted -> node.live(wanted.getKey()).equals(wanted.getValue())
                                && node.standing(wanted.getKey()) == 1)));
    }
}
