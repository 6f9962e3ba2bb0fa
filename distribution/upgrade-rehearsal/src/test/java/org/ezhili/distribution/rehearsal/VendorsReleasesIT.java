package org.ezhili.distribution.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.ezhili.distribution.rehearsal.AtAVendors.lakes;
import static org.ezhili.distribution.rehearsal.AtAVendors.to;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ezhili.distribution.systemtests.District;
import org.ezhili.distribution.systemtests.Person;
import org.ezhili.distribution.systemtests.Postgres;
import org.ezhili.distribution.systemtests.Vendor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
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
