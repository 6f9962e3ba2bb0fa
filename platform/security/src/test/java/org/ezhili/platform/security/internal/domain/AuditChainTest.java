package org.ezhili.platform.security.internal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ezhili.platform.AreaCode;
import org.junit.jupiter.api.Test;

class AuditChainTest {

    private static final Instant AT = Instant.parse("2026-03-02T01:00:00Z");

    @Test
    void a_change_of_any_part_of_a_line_changes_the_hash() {
        Optional<AreaCode> east = Optional.of(AreaCode.of("340603002"));
        List<AuditLine> lines = List.of(
                new AuditLine(1, AT, "it", "a.b", "x", east, "done"),
                new AuditLine(2, AT, "it", "a.b", "x", east, "done"),
                new AuditLine(1, AT.plusMillis(1), "it", "a.b", "x", east, "done"),
                new AuditLine(1, AT, "district", "a.b", "x", east, "done"),
                new AuditLine(1, AT, "it", "a.c", "x", east, "done"),
                new AuditLine(1, AT, "it", "a.b", "y", east, "done"),
                new AuditLine(1, AT, "it", "a.b", "x", Optional.empty(), "done"),
                new AuditLine(1, AT, "it", "a.b", "x", east, "refused"));
        Set<String> hashes = new HashSet<>();
        lines.forEach(line -> hashes.add(AuditChain.next(AuditChain.START, line)));
        assertThat(hashes).hasSize(lines.size());
    }

    @Test
    void the_same_line_after_another_one_has_another_hash() {
        AuditLine line = new AuditLine(1, AT, "it", "a.b", "x", Optional.empty(), "done");
        String first = AuditChain.next(AuditChain.START, line);
        assertThat(AuditChain.next(first, line)).isNotEqualTo(first);
    }

    @Test
    void a_line_break_in_a_value_cannot_look_like_two_values() {
        AuditLine one = new AuditLine(1, AT, "it", "a\nb", "c", Optional.empty(), "done");
        AuditLine other = new AuditLine(1, AT, "it", "a", "b\nc", Optional.empty(), "done");
        assertThat(AuditChain.next(AuditChain.START, one)).isNotEqualTo(AuditChain.next(AuditChain.START, other));
    }
}
