package org.ezhili.points.internal.store.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import javax.persistence.PersistenceException;

/** How a database is asked to keep the rows of a query for the transaction alone. */
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

    static Locking of(Connection connection) {
        try {
            String product = connection.getMetaData().getDatabaseProductName();
            return product.contains("Derby") ? DERBY : POSTGRESQL;
        } catch (SQLException failure) {
            throw new PersistenceException(failure);
        }
    }
}
