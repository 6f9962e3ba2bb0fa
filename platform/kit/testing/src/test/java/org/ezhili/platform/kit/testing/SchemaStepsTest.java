package org.ezhili.platform.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.ezhili.platform.persistence.internal.schema.Schema;
import org.ezhili.platform.persistence.internal.schema.Step;
import org.flywaydb.core.api.FlywayException;

class SchemaStepsTest {

    private static final Step FIRST =
            new Step("V1__venues.sql", "CREATE TABLE venues.venue (id BIGINT PRIMARY KEY, name VARCHAR(80) NOT NULL);");
    private static final Step SECOND = new Step("V2__hours.sql", "ALTER TABLE venues.venue ADD COLUMN hours INTEGER;");
    private static final Step WRONG = new Step(
            "V3__wrong.sql", "CREATE TABLE venues.seat (id BIGINT);\nALTER TABLE venues.hall DROP COLUMN seats;");
    private static final Step NO_SQL = new Step("V1__none.sql", "GIVE ME A TABLE;");

    private static int migrate(TestDatabase db, Step... steps) throws SQLException {
        return new Schema("venues", List.of(steps)).migrate(db.dataSource());
    }

    /** Schemas, tables and columns of the module, as the database tells them. */
    private static List<String> there(TestDatabase db) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = db.dataSource().getConnection()) {
            for (String schema : List.of("venues", "VENUES")) {
                try (ResultSet schemas = connection.getMetaData().getSchemas(null, schema)) {
                    while (schemas.next()) {
                        found.add("schema");
                    }
                }
                try (ResultSet columns = connection.getMetaData().getColumns(null, schema, "%", "%")) {
                    while (columns.next()) {
                        String table = columns.getString("TABLE_NAME").toLowerCase(java.util.Locale.ROOT);
                        if (!table.equals("schema_steps")) {
                            found.add(table + "."
                                    + columns.getString("COLUMN_NAME").toLowerCase(java.util.Locale.ROOT));
                        }
                    }
                }
            }
        }
        return found;
    }

    @EachDatabase
    void a_new_module_whose_only_step_fails_leaves_nothing_behind(TestDatabase db) throws SQLException {
        assertThatThrownBy(() -> migrate(db, NO_SQL)).isInstanceOf(FlywayException.class);
        assertThat(there(db)).isEmpty();
    }

    @EachDatabase
    void a_new_module_whose_last_step_fails_leaves_nothing_behind(TestDatabase db) throws SQLException {
        assertThatThrownBy(() -> migrate(db, FIRST, SECOND, WRONG)).hasMessageContaining("V3__wrong.sql");
        assertThat(there(db)).isEmpty();
    }

    @EachDatabase
    void a_new_version_whose_last_step_fails_leaves_the_schema_of_the_version_before(TestDatabase db)
            throws SQLException {
        assertThat(migrate(db, FIRST)).isEqualTo(1);
        assertThatThrownBy(() -> migrate(db, FIRST, SECOND, WRONG)).isInstanceOf(FlywayException.class);
        assertThat(there(db)).containsExactly("schema", "venue.id", "venue.name");
    }

    @EachDatabase
    void after_the_step_is_repaired_all_are_taken(TestDatabase db) throws SQLException {
        assertThatThrownBy(() -> migrate(db, FIRST, SECOND, WRONG)).isInstanceOf(FlywayException.class);
        assertThat(migrate(db, FIRST, SECOND)).isEqualTo(2);
        assertThat(there(db)).containsExactly("schema", "venue.id", "venue.name", "venue.hours");
    }
}
