package org.ezhili.platform.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ezhili.platform.persistence.internal.schema.Schema;
import org.ezhili.platform.persistence.internal.schema.Step;

class SchemaTest {

    @EachDatabase
    void nodes_that_meet_an_empty_schema_at_once_take_each_step_once(TestDatabase db) throws Exception {
        int nodes = db.kind() == DatabaseKind.DERBY ? 1 : 6;
        List<Step> steps = List.of(
                new Step("V1__first.sql", "CREATE TABLE fresh.one (id BIGINT NOT NULL PRIMARY KEY);"),
                new Step("V2__second.sql", "CREATE TABLE fresh.two (id BIGINT NOT NULL PRIMARY KEY);"));
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Callable<Integer>> starts = new ArrayList<>();
            for (int node = 0; node < nodes; node++) {
                starts.add(() -> new Schema("fresh", steps).migrate(db.dataSource()));
            }
            int taken = 0;
            for (Future<Integer> start : threads.invokeAll(starts)) {
                taken += start.get();
            }
            assertThat(taken).isEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
        assertThat(new Schema("fresh", steps).migrate(db.dataSource())).isZero();
    }
}
