package org.ezhili.distribution.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ezhili.distribution.rehearsal.AtAVendors.lakes;
import static org.ezhili.distribution.rehearsal.AtAVendors.refused;
import static org.ezhili.distribution.rehearsal.AtAVendors.to;

import com.acme.ponds.internal.PondsModule;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import org.ezhili.distribution.systemtests.Answer;
import org.ezhili.distribution.systemtests.Json;
import org.ezhili.distribution.systemtests.Person;
import org.junit.jupiter.api.Test;

/** A vendor's module, which no distribution has: for the first time, to its next version and back, away again. */
interface AVendorsModuleComesAndGoes extends AtAVendors {

    String FROGS = "/api/ponds/v1/frogs";

    @Test
    default void a_good_version_serves_is_there_after_a_restart_and_is_rolled_back() {
        VendorRelease better = taken(lakes("1.2.0"));
        try (Visitors visitors = Visitors.of(district().nobody(), DEPTH)) {
            walks().up(to(better));
            visitors.lookOn();
            assertThat(visitors.failures()).isEmpty();
            assertThat(visitors.seen()).containsExactlyInAnyOrder("[\"" + IN_USE + "\"]", "[\"1.2.0\"]");
        }

        district().stop();
        district().start();

        assertThat(walks().live("lakes")).isEqualTo("1.2.0");
        await("the version left does not stand by for longer").until(() -> walks().standing("lakes") == 1);
        try (Visitors visitors = Visitors.of(district().nobody(), DEPTH)) {
            walks().back("lakes");
            visitors.lookOn();
            assertThat(visitors.failures()).isEmpty();
        }
        audited("releases.rollback", "lakes " + IN_USE, "done");
    }

    @Test
    default void a_module_that_is_new_here_serves_can_be_off_for_a_street_and_leaves_without_a_trace()
            throws IOException {
        refused(district().as(Person.STREET_EAST).get(FROGS), 404, "not-found");
        VendorRelease ponds = taken(VendorRelease.of(PondsModule.class, "1.0.0"));
        JsonNode first = walks().up(to(ponds));
        assertThat(first.at("/steps/0/from").asText()).isEmpty();
        assertThat(district().as(Person.STREET_EAST).get(FROGS).status()).isEqualTo(200);
        assertThat(district().as(Person.STREET_WEST).get(FROGS).status()).isEqualTo(200);

        assertThat(turned(false).status()).isEqualTo(200);
        refused(district().as(Person.STREET_WEST).get(FROGS), 403, "module-off");
        assertThat(district().as(Person.STREET_EAST).get(FROGS).status()).isEqualTo(200);
        assertThat(turned(true).status()).isEqualTo(200);
        assertThat(district().as(Person.STREET_WEST).get(FROGS).status()).isEqualTo(200);

        walks().back("ponds");
        nothingIsHereOf(ponds);
    }

    @Test
    default void a_new_module_that_is_bad_never_serves_and_leaves_without_a_trace() throws IOException {
        VendorRelease bad = taken(VendorRelease.of(PondsModule.class, "0.5.0").waitingFor("tides", "com.acme.Tides"));
        String walk = walks().ask(to(bad)).text("id");
        assertThat(walks().over(walk).path("state").asText()).isEqualTo("failed");
        assertThat(why(walk, "en").path("code").asText()).isEqualTo("not-ready");
        nothingIsHereOf(bad);
        refused(walks().askBack("ponds"), 409, "module-unknown");
    }

    private Answer turned(boolean on) {
        return it().put(
                        "/api/platform/v1/streets/" + Person.STREET_WEST.area() + "/modules/ponds",
                        Json.of("enabled", on));
    }

    private void nothingIsHereOf(VendorRelease gone) throws IOException {
        assertThat(walks().live(gone.module())).isEmpty();
        assertThat(walks().standing(gone.module())).isZero();
        refused(district().as(Person.STREET_EAST).get(FROGS), 404, "not-found");
        assertThat(Files.readString(district().etc("ezhili-live.properties"))).doesNotContain(gone.module());
        assertThat(it().delete(RELEASES + "/" + gone.module() + "/" + gone.version())
                        .status())
                .isEqualTo(204);
    }
}
