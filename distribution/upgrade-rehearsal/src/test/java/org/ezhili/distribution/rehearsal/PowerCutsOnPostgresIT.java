package org.ezhili.distribution.rehearsal;

import java.nio.file.Path;
import org.ezhili.distribution.systemtests.Database;
import org.ezhili.distribution.systemtests.Postgres;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** PostgreSQL stays when the node goes, and keeps what it has been told for as long as it takes to notice. */
@EnabledIfSystemProperty(named = "ezhili.faults", matches = "true")
class PowerCutsOnPostgresIT extends PowerCutsIT {

    @Override
    Database database() {
        return Postgres.durable(
                Path.of("target", "postgres-cuts-" + ProcessHandle.current().pid()));
    }
}
