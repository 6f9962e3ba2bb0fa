package org.ezhili.platform.security.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.Page;
import org.ezhili.platform.PageRequest;
import org.ezhili.platform.kit.testing.EachDatabase;
import org.ezhili.platform.kit.testing.TestDatabase;
import org.ezhili.platform.security.Caller;
import org.ezhili.platform.security.internal.domain.AuditChain;
import org.ezhili.platform.security.internal.domain.AuditLine;
import org.ezhili.platform.security.internal.store.AuditQuery;

class AuditSealsTest {

    private static final AreaCode EAST = AreaCode.of("340603002");

    @EachDatabase
    void an_empty_log_is_whole(TestDatabase db) {
        Node node = new Node(db);
        assertThat(node.seals.seal()).isZero();
        assertThat(node.seals.check().broken()).isEmpty();
        assertThat(node.seals.check().head()).isEqualTo(AuditChain.START);
    }

    @EachDatabase
    void every_line_is_sealed_once_however_many_there_are(TestDatabase db) {
        Node node = new Node(db);
        write(node, 1100);
        assertThat(node.seals.check().waiting()).isEqualTo(1100);
        assertThat(node.seals.seal()).isEqualTo(1100);
        assertThat(node.seals.seal()).isZero();
        write(node, 3);
        String before = node.seals.check().head();
        assertThat(node.seals.seal()).isEqualTo(3);
        assertThat(node.seals.check().sealed()).isEqualTo(1103);
        assertThat(node.seals.check().broken()).isEmpty();
        assertThat(node.seals.check().head()).isNotEqualTo(before);
    }

    @EachDatabase
    void a_changed_line_shows(TestDatabase db) throws Exception {
        assertThat(brokenAfter(db, "UPDATE security.audit_line SET outcome = 'done' WHERE subject = 's3'"))
                .isPresent();
    }

    @EachDatabase
    void a_line_moved_in_time_shows(TestDatabase db) throws Exception {
        assertThat(brokenAfter(
                        db, "UPDATE security.audit_line SET recorded_at = '2026-01-01 00:00:00' WHERE subject = 's3'"))
                .isPresent();
    }

    @EachDatabase
    void a_removed_line_shows(TestDatabase db) throws Exception {
        assertThat(brokenAfter(db, "DELETE FROM security.audit_line WHERE subject = 's3'"))
                .isPresent();
    }

    @EachDatabase
    void a_line_removed_together_with_its_seal_shows(TestDatabase db) throws Exception {
        assertThat(brokenAfter(
                        db,
                        "DELETE FROM security.audit_seal WHERE place = 3",
                        "DELETE FROM security.audit_line WHERE subject = 's2'"))
                .isPresent();
    }

    @EachDatabase
    void a_line_put_in_beside_the_door_shows(TestDatabase db) throws Exception {
        assertThat(brokenAfter(
                        db,
                        "INSERT INTO security.audit_line (id, recorded_at, account, action, subject, outcome)"
                                + " VALUES (7, '2026-01-01 00:00:00', 'it', 'a.b', 'x', 'done')"))
                .contains(7L);
    }

    @EachDatabase
    void a_line_removed_before_it_was_sealed_shows(TestDatabase db) throws Exception {
        Node node = new Node(db);
        write(node, 2);
        execute(db, "DELETE FROM security.audit_line WHERE subject = 's1'");
        assertThat(node.seals.seal()).isEqualTo(1);
        assertThat(node.seals.check().broken()).isPresent();
    }

    @EachDatabase
    void the_newest_lines_come_first_and_only_those_asked_for(TestDatabase db) {
        Node node = new Node(db);
        write(node, 5);
        node.audit.record(Caller.nobody(), "other.verb", "elsewhere", Optional.of(AreaCode.of("340604")), "done");
        node.audit.record(Caller.nobody(), "other.verb", "nowhere", Optional.empty(), "done");
        Page<AuditLine> first = node.lines.find(query(false, Optional.empty()), PageRequest.first(3));
        Page<AuditLine> second = node.lines.find(query(false, Optional.empty()), new PageRequest(3, first.next()));
        assertThat(first.items()).extracting(AuditLine::subject).containsExactly("s4", "s3", "s2");
        assertThat(second.items()).extracting(AuditLine::subject).containsExactly("s1", "s0");
        assertThat(second.next()).isEmpty();
        assertThat(node.lines
                        .find(query(true, Optional.of("other.verb")), PageRequest.first(3))
                        .items())
                .extracting(AuditLine::subject)
                .containsExactly("nowhere");
    }

    @EachDatabase
    void a_subject_too_long_or_odd_for_the_table_does_not_stop_the_line(TestDatabase db) {
        Node node = new Node(db);
        node.audit.record(Caller.nobody(), "a.b", "x\u0000\n" + "y".repeat(500), Optional.of(EAST), "done");
        assertThat(node.lines
                        .find(query(false, Optional.empty()), PageRequest.first(3))
                        .items()
                        .get(0)
                        .subject())
                .hasSize(200)
                .startsWith("x??y");
    }

    private static AuditQuery query(boolean withoutArea, Optional<String> action) {
        return new AuditQuery(Set.of(AreaCode.of("340603")), withoutArea, Optional.empty(), action);
    }

    private static Optional<Long> brokenAfter(TestDatabase db, String... tampering) throws Exception {
        Node node = new Node(db);
        write(node, 5);
        node.seals.seal();
        assertThat(node.seals.check().broken()).isEmpty();
        execute(db, tampering);
        return node.seals.check().broken();
    }

    private static void execute(TestDatabase db, String... statements) throws Exception {
        try (Connection connection = db.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(statements)) {
                assertThat(statement.executeUpdate(sql)).isEqualTo(1);
            }
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    private static void write(Node node, int lines) {
        for (int number = 0; number < lines; number++) {
            node.audit.record(Caller.nobody(), "test.verb", "s" + number, Optional.of(EAST), "refused");
        }
    }
}
