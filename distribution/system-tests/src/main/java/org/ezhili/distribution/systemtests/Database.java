package org.ezhili.distribution.systemtests;

import java.nio.file.Path;

/** The database that a district has chosen. */
public interface Database extends AutoCloseable {

    /** Edits the one file that names the database, as {@code etc/org.ops4j.datasource-ezhili.cfg} tells district IT to. */
    void chooseIn(Path file);

    @Override
    void close();

    /** The one that comes with the distribution: nothing to edit. */
    static Database derby() {
        return new Database() {
            @Override
            public void chooseIn(Path file) {
                // Derby is what the file says as it comes
            }

            @Override
            public void close() {
                // it ends with its node
            }
        };
    }
}
