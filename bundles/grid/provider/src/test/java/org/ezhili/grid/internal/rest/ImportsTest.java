package org.ezhili.grid.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ezhili.grid.internal.Sample;
import org.ezhili.grid.internal.imports.AreaImports;
import org.ezhili.grid.internal.imports.BoundaryImports;
import org.ezhili.grid.internal.live.AreaTree;
import org.ezhili.grid.internal.store.AreaStore;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.security.Caller;

class ImportsTest {

    private static final String GOOD = "code,name,level,parent\n340603,相山区,district,3406\n";
    private static final String FOREIGN = GOOD + "340604,烈山区,district,3406\n";

    private final List<String> audit = new ArrayList<>();

    @EachDatabase
    void what_was_changed_is_in_the_audit_log_and_what_was_not_is_not(TestDatabase db) throws IOException {
        ImportsResource imports = imports(db);

        imports.areas(caller(), Locale.CHINESE, "true", null, file(GOOD));
        assertThat(audit).isEmpty();
        ImportJson answer = imports.areas(caller(), Locale.CHINESE, null, null, file(GOOD));
        imports.areas(caller(), Locale.CHINESE, "false", "all-or-nothing", file(GOOD));

        assertThat(answer.applied()).isTrue();
        assertThat(audit).containsExactly("it grid.import areas: 1 new, 0 changed done");
    }

    @EachDatabase
    void rows_about_the_areas_of_others_are_refused_and_recorded(TestDatabase db) throws IOException {
        ImportsResource imports = imports(db);

        ImportJson answer = imports.areas(caller(), Locale.ENGLISH, null, "best-effort", file(FOREIGN));

        assertThat(answer.errors())
                .containsExactly(
                        new ImportJson.RowJson(3, "code", "foreign-area", "is not in an area that you may change"));
        assertThat(audit).contains("it grid.import areas foreign-area");
    }

    @EachDatabase
    void boundaries_tell_of_overlaps_and_gaps(TestDatabase db) throws IOException {
        ImportsResource imports = imports(db);
        tree(db).put(Sample.district());
        String feature = "{\"type\":\"Feature\",\"properties\":{\"code\":\"340603002001001\"},\"geometry\":"
                + Sample.box(116.80, 33.90, 116.812, 33.905) + "}";

        ImportJson answer = imports.boundaries(
                caller(),
                Locale.ENGLISH,
                "true",
                null,
                file("{\"type\":\"FeatureCollection\",\"features\":[" + feature + "]}"));

        assertThat(answer.overlaps()).hasSize(1);
        assertThat(answer.gaps()).hasSize(1);
        assertThat(audit).isEmpty();
    }

    @EachDatabase
    void an_order_that_cannot_be_read_is_refused(TestDatabase db) {
        ImportsResource imports = imports(db);

        assertThatThrownBy(() -> imports.areas(caller(), Locale.ENGLISH, "yes", null, file(GOOD)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> imports.areas(caller(), Locale.ENGLISH, "true", "some", file(GOOD)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> imports.areas(caller(), Locale.ENGLISH, "true", null, file("")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> imports.boundaries(caller(), Locale.ENGLISH, "true", null, file("[")))
                .isInstanceOf(ProblemException.class);
    }

    private ImportsResource imports(TestDatabase db) {
        AreaTree tree = tree(db);
        return new ImportsResource(
                new AreaImports(tree),
                new BoundaryImports(tree),
                (caller, action, subject, area, outcome) ->
                        audit.add(caller.account() + " " + action + " " + subject + " " + outcome));
    }

    private static AreaTree tree(TestDatabase db) {
        return new AreaTree(new AreaStore(db.database()), db.clock());
    }

    private static Caller caller() {
        return new Caller("it", "区信息中心", List.of(), Map.of("grid.import", Set.of(AreaCode.of("340603"))));
    }

    private static InputStream file(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
