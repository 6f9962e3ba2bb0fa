package org.ezhili.platform.persistence.internal;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.ezhili.platform.persistence.internal.schema.Schema;
import org.ezhili.platform.persistence.internal.schema.Step;
import org.osgi.framework.Bundle;

/** The platform's own schema: it comes before every module's. */
final class Platform {

    static final String SCHEMA = "platform";

    private Platform() {}

    static void migrate(Bundle own, DataSource source) throws SQLException {
        new Schema(SCHEMA, Step.of(own)).migrate(source);
    }
}
