package org.ezhili.points.internal.rest.activities;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.ezhili.points.internal.domain.activities.Certificate;
import org.junit.jupiter.api.Test;

class CertificatePaperTest {

    private final CertificatePaper paper = new CertificatePaper(ZoneId.of("Asia/Shanghai"));

    private static Certificate of(String name, long minutes, int stars) {
        return new Certificate(
                1,
                "ABCDEFGH23456789",
                "wang",
                name,
                Optional.empty(),
                minutes,
                stars,
                12,
                "wang",
                Instant.parse("2026-03-01T16:00:00Z"));
    }

    @Test
    void a_certificate_is_one_small_page_in_either_language() {
        for (boolean english : new boolean[] {false, true}) {
            byte[] pdf = paper.print(of("王秀英", 6_030, 1), Optional.of("东街道"), english);
            String raw = new String(pdf, StandardCharsets.ISO_8859_1);
            assertThat(raw).startsWith("%PDF-").contains("/Count 1").contains(english ? "/Lang(en)" : "/Lang(zh-CN)");
            assertThat(pdf.length).isLessThan(80_000);
        }
    }

    @Test
    void a_name_that_no_font_has_and_a_very_long_one_are_printed_as_well_as_can_be() {
        String name = "\uD83D\uDE00".repeat(5) + "\u0000{0}'" + "长".repeat(80);
        assertThat(paper.print(of(name, 1, 0), Optional.of("{1}'"), false)).isNotEmpty();
    }
}
