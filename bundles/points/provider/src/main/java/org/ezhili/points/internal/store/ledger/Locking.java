package org.ezhili.points.internal.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.persistence.PersistenceException;

/** How a database is asked to keep the rows of a query for the transaction alone, and to find them by their keys. */
enum Locking {
    /** Derby gives a row back when the cursor leaves it, unless it is told to read repeatably. */
    DERBY(" FOR UPDATE WITH RS"),
    /** Rows are locked in the order of their keys, so that two transactions don't wait for each other. */
    POSTGRESQL(" ORDER BY 1 FOR UPDATE");

    private final String clause;

    Locking(String clause) {
        this.clause = clause;
    }

    /** What ends the query; its first column is the key. */
    static String clause(Connection connection) {
        return of(connection).clause;
    }

    /**
     * Has the rows looked up by index, whatever the planner thinks of it, until the transaction ends. PostgreSQL keeps a
     * statement's plan with the connection: one that was made while the tables were small reads all of them ever after, until
     * statistics are next gathered.
     */
    static void byIndex(Connection connection) {
        if (of(connection) == POSTGRESQL) {
            try (Statement set = connection.createStatement()) {
                set.execute("SET LOCAL enable_seqscan = off");
            } catch (SQLException failure) {
                throw new PersistenceException(failure);
            }
        }
    }

    static Locking of(Connection connection) {
        try {
            String product = connection.getMetaData().getDatabaseProductName();
            return product.contains("Derby") ? DERBY : POSTGRESQL;
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }
}
