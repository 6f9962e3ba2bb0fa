package org.ezhili.distribution.systemtests;

import java.nio.file.Path;

/** PostgreSQL sees its clients vanish in the middle of what they did. */
class WhatPointsOutlastOnPostgresIT extends WhatPointsOutlast {

    @Override
    Database database() {
        return Postgres.durable(
                Path.of("target", "postgres-cuts-" + ProcessHandle.current().pid()));
    }
}
