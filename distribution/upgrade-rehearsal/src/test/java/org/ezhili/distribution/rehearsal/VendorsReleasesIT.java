package org.ezhili.distribution.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ezhili.distribution.rehearsal.AtAVendors.lakes;
import static org.ezhili.distribution.rehearsal.AtAVendors.to;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.ezhili.distribution.systemtests.District;
import org.ezhili.distribution.systemtests.Person;
import org.ezhili.distribution.systemtests.Postgres;
import org.ezhili.distribution.systemtests.Vendor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A vendor's releases, good and bad, signed, come to one running district by upload and are walked to. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VendorsReleasesIT implements BadVersionsComeToNothing, AVendorsModuleComesAndGoes, ADiskRunsFull {

    private static final Path PLACE = Path.of("target", "vendors");

    private final Postgres postgres =
            new Postgres(PLACE.resolve("postgres-" + ProcessHandle.current().pid()));
    private District district;
    private Walks walks;
    private Vendor vendor;

    @BeforeAll
    void a_district_uses_a_vendors_module() throws IOException {
        district = District.install(PLACE.resolve("district"), postgres)
                .with("ezhili.upgrade.ready", "4")
                .withDemo(20)
                .start();
        walks = new Walks(district.as(Person.IT));
        vendor = Vendor.in(PLACE.resolve("shop"));
        for (String module : List.of("lakes", "ponds")) {
            vendor.trustedIn(district.etc("ezhili-trust.p12"), "acme@" + module);
        }
        walks.up(to(taken(lakes(IN_USE))));
    }

    @AfterEach
    void the_version_in_use_serves_alone_and_its_tables_are_as_they_were() throws SQLException {
        assertThat(walks.live("lakes")).isEqualTo(IN_USE);
        await("one version stands").until(() -> walks.standing("lakes") == 1);
        assertThat(tables()).containsExactly("lake", "schema_steps");
    }

    @Test
    void a_node_whose_power_goes_while_a_version_never_comes_to_the_end_of_its_start_comes_up_with_the_one_in_use() {
        VendorRelease stuck = taken(lakes("1.8.0").saying("start", "never ends"));
        String walk = walks.ask(to(stuck)).text("id");
        await("its bundle is being started").until(() -> district.log().lines().stream()
                .anyMatch(line -> line.endsWith("  com.acme.lakes.provider/1.8.0")));
        district.killAfter(Duration.ofSeconds(2));
        district.start();
        assertThat(walks.live("lakes")).isEqualTo(IN_USE);
        JsonNode over = walks.over(walk);
        assertThat(over.path("state").asText()).isEqualTo("failed");
        assertThat(over.path("nodes").findValuesAsText("code"))
                .as(over.toString())
                .containsAnyOf("not-served", "not-ready");
        assertThat(district.log().lines())
                .anyMatch(line -> line.contains("does not come to the end of its start within 60 s"));
    }

    private List<String> tables() throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection(postgres.jdbcUrl());
                ResultSet found = connection.getMetaData().getTables(null, "lakes", null, new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    @AfterAll
    void it_stops() {
        district.close();
    }

    @Override
    public District district() {
        return district;
    }

    @Override
    public Walks walks() {
        return walks;
    }

    @Override
    public Vendor vendor() {
        return vendor;
    }

    @Override
    public Path bench() {
        return PLACE.resolve("bench");
    }

    @Override
    public Path data() {
        return PLACE.resolve("district").resolve("data");
    }
}
