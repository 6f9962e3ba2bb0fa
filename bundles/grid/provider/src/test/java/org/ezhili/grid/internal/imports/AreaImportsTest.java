package org.ezhili.grid.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.ezhili.grid.AreaKind;
import org.ezhili.grid.internal.Sample;
import org.ezhili.grid.internal.domain.ImportMode;
import org.ezhili.grid.internal.domain.ImportOrder;
import org.ezhili.grid.internal.domain.ImportReport;
import org.ezhili.grid.internal.domain.RowFault;
import org.ezhili.grid.internal.live.AreaTree;
import org.ezhili.grid.internal.rest.FaultTexts;
import org.ezhili.grid.internal.store.AreaStore;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaImportsTest {

    private static final ImportOrder ALL = new ImportOrder(false, ImportMode.ALL_OR_NOTHING, code -> true);
    private static final ImportOrder BEST = new ImportOrder(false, ImportMode.BEST_EFFORT, code -> true);
    private static final ImportOrder TRY = new ImportOrder(true, ImportMode.ALL_OR_NOTHING, code -> true);
    private static final String HEAD = "code,name,level,parent\n";
    private static final String GOOD = HEAD
            + "340603,相山区,district,3406\n"
            + "340603002,东街道,street,340603\n"
            + "340603002001,供电社区居民委员会,community,340603002\n";

    @EachDatabase
    void a_file_with_byte_order_mark_and_windows_line_ends_is_taken(TestDatabase db) {
        AreaTree tree = tree(db);

        ImportReport report = imports(tree).take(bytes("\uFEFF" + GOOD.replace("\n", "\r\n")), ALL);

        assertThat(report).isEqualTo(new ImportReport(false, true, 3, 3, 0, 0, java.util.List.of(), 0));
        assertThat(tree.lineage(Sample.WEST)).hasSize(3);
    }

    @EachDatabase
    void the_same_file_again_changes_nothing(TestDatabase db) {
        AreaTree tree = tree(db);
        imports(tree).take(bytes(GOOD), ALL);
        long number = tree.map().number();

        ImportReport report = imports(tree).take(bytes(GOOD), ALL);

        assertThat(report.unchanged()).isEqualTo(3);
        assertThat(report.added() + report.changed()).isZero();
        assertThat(tree.map().number()).isEqualTo(number);
    }

    @EachDatabase
    void a_dry_run_tells_and_leaves_all_as_it_is(TestDatabase db) {
        AreaTree tree = tree(db);

        ImportReport report = imports(tree).take(bytes(GOOD), TRY);

        assertThat(report.added()).isEqualTo(3);
        assertThat(report.applied()).isFalse();
        assertThat(tree.map().size()).isZero();
    }

    @EachDatabase
    void a_renamed_area_is_changed_and_keeps_its_boundary(TestDatabase db) {
        AreaTree tree = tree(db);
        tree.put(Sample.district());
        String renamed = HEAD + "340603002001,供电社区居民委员会,community,340603002\n340603002001001,东网格,grid,340603002001\n";

        ImportReport report = imports(tree).take(bytes(renamed), ALL);

        assertThat(report.changed()).isEqualTo(2);
        assertThat(tree.map().find(Sample.WEST).orElseThrow().boundary()).isPresent();
        assertThat(tree.history(Sample.WEST, 5)).hasSize(1);
    }

    @EachDatabase
    void one_bad_row_holds_back_all_the_others(TestDatabase db) {
        AreaTree tree = tree(db);

        ImportReport report = imports(tree).take(bytes(GOOD + "340603009001,没有街道,community,340603009\n"), ALL);

        assertThat(report.applied()).isFalse();
        assertThat(report.faults()).containsExactly(RowFault.of(5, "parent", "parent-missing"));
        assertThat(tree.map().size()).isZero();
    }

    @EachDatabase
    void best_effort_takes_the_rows_that_fit(TestDatabase db) {
        AreaTree tree = tree(db);

        ImportReport report = imports(tree)
                .take(bytes(GOOD + "34060,坏,street,340603\n340603002001001,第一网格,grid,340603002001\n"), BEST);

        assertThat(report.applied()).isTrue();
        assertThat(report.added()).isEqualTo(4);
        assertThat(report.faults()).containsExactly(RowFault.of(5, "code", "area-code"));
        assertThat(tree.find(AreaCode.of("340603002001001")).orElseThrow().kind())
                .isEqualTo(AreaKind.RESIDENTIAL);
    }

    @EachDatabase
    void a_row_below_a_bad_row_has_no_parent(TestDatabase db) {
        AreaTree tree = tree(db);
        String file = HEAD + "340603,,district,\n340603002,东街道,street,340603\n";

        ImportReport report = imports(tree).take(bytes(file), BEST);

        assertThat(report.faults()).extracting(RowFault::code).containsExactly("not-blank", "parent-missing");
        assertThat(tree.map().size()).isZero();
    }

    @EachDatabase
    void an_importer_changes_its_own_areas_only(TestDatabase db) {
        AreaTree tree = tree(db);
        ImportOrder elsewhere = new ImportOrder(false, ImportMode.ALL_OR_NOTHING, AreaCode.of("340604")::contains);

        ImportReport report = imports(tree).take(bytes(GOOD), elsewhere);

        assertThat(report.faults()).extracting(RowFault::code).containsOnly("foreign-area");
        assertThat(tree.map().size()).isZero();
    }

    @EachDatabase
    void rows_at_fault_are_named_by_line_field_and_cause(TestDatabase db) {
        AreaTree tree = tree(db);
        imports(tree).take(bytes(GOOD), ALL);
        String file = "code,name,level,parent,kind\n"
                + "340603002,东街道,community,340603,\n"
                + "340603003,西街道,street,340604,\n"
                + "340603002001,供电社区,community,340603002,residential\n"
                + "\"340603002001001\",\"第一\n网格\",grid,340603002001,\n"
                + "340603002001002,第二网格,grid,340603002001,palace\n"
                + "340603002001003,第三网格,grid,340603002001,division\n"
                + "340603002,东街道,street,340603,\n"
                + "340603002001004," + "长".repeat(101) + ",grid,340603002001,\n"
                + "３４０６０３,全角,district,3406,\n"
                + "340603002001005,好网格,grid,340603002001,dedicated\n"
                + "340603004,坏\u202E字,street,340603,\n";

        ImportReport report = imports(tree).take(bytes(file), TRY);

        assertThat(report.faults())
                .containsExactly(
                        RowFault.of(2, "level", "level-of-code", "street"),
                        RowFault.of(3, "parent", "parent-of-code", "340603"),
                        RowFault.of(4, "kind", "kind-of-level"),
                        RowFault.of(5, "name", "name-characters"),
                        RowFault.of(7, "kind", "kind-unknown"),
                        RowFault.of(8, "kind", "kind-of-level"),
                        RowFault.of(9, "code", "code-twice", 2),
                        RowFault.of(10, "name", "name-long"),
                        RowFault.of(11, "code", "area-code"),
                        RowFault.of(13, "name", "name-characters"));
        assertThat(report.added()).isEqualTo(1);
        assertThat(report.faults()).allSatisfy(fault -> {
            assertThat(FaultTexts.of(fault, Locale.CHINESE)).matches(".*[\\u4e00-\\u9fff].*");
            assertThat(FaultTexts.of(fault, Locale.UK)).isNotBlank().doesNotMatch(".*[\\u4e00-\\u9fff].*");
        });
        assertThat(FaultTexts.of(report.faults().get(6), Locale.ENGLISH)).isEqualTo("same code as in row 2");
    }

    @EachDatabase
    void a_thousand_faults_are_told_and_the_rest_counted(TestDatabase db) {
        ImportReport report = imports(tree(db)).take(bytes(HEAD + "x,y,z,w\n".repeat(1_500)), TRY);

        assertThat(report.faults()).hasSize(1_000);
        assertThat(report.moreFaults()).isEqualTo(500);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "file-empty     | ''",
                "file-empty     | '\n\n'",
                "column-missing | 'code,name,level\n340603,相山区,district\n'",
                "column-unknown | 'hello'",
                "column-unknown | 'code,name,level,parent,population\n'",
                "column-twice   | 'code,name,level,parent,code\n'",
                "row-width      | 'code,name,level,parent\n340603,相山区,district\n'",
                "row-width      | 'code,name,level,parent\n340603,相山区,district,3406,more\n'",
                "column-unknown | '<html><body>not a table</body></html>'",
            })
    void a_file_that_is_no_such_table_is_refused(String code, String file) {
        assertThat(refusal(bytes(file))).isEqualTo(code);
    }

    @Test
    void a_file_in_another_encoding_is_refused() {
        assertThat(refusal(GOOD.getBytes(Charset.forName("GB18030")))).isEqualTo("not-utf-8");
        assertThat(refusal(GOOD.getBytes(StandardCharsets.UTF_16))).isEqualTo("not-utf-8");
    }

    @Test
    void an_endless_field_is_refused() {
        assertThat(refusal(bytes(HEAD + "340603,\"" + "长".repeat(100_000) + "\",district,3406\n")))
                .isEqualTo("csv-form");
        assertThat(refusal(bytes(HEAD + "340603,\"never closed" + ",x".repeat(100_000))))
                .isEqualTo("csv-form");
    }

    @Test
    void a_file_of_too_many_rows_or_bytes_is_refused() {
        byte[] rows = bytes(HEAD + "340603,a,district,3406\n".repeat(AreaCsv.MOST_ROWS + 1));
        assertThatThrownBy(() -> AreaCsv.read(rows)).hasMessage("413 import-too-long");
        byte[] huge = new byte[AreaCsv.MOST_BYTES + 1];
        assertThatThrownBy(() -> AreaCsv.read(huge)).hasMessage("413 import-too-large");
    }

    private static String refusal(byte[] file) {
        try {
            AreaCsv.read(file);
            return "taken";
        } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isEqualTo(400);
            return refused.problem().faults().get(0).code();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static AreaImports imports(AreaTree tree) {
        return new AreaImports(tree);
    }

    private static AreaTree tree(TestDatabase db) {
        return new AreaTree(new AreaStore(db.database()), db.clock());
    }
}
