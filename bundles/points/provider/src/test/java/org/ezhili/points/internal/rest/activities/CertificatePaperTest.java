package org.ezhili.points.internal.rest.activities;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ezhili.points.internal.domain.activities.Certificate;
import org.junit.jupiter.api.Test;

class CertificatePaperTest {

    private final CertificatePaper paper = new CertificatePaper(ZoneId.of("Asia/Shanghai"));

    private static final Optional<String> PAGE = Optional.of("https://e.xiangshan.gov.cn/m/points/open/certificates");

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
            byte[] pdf = paper.print(of("王秀英", 6_030, 1), Optional.of("东街道"), PAGE, english);
            String raw = new String(pdf, StandardCharsets.ISO_8859_1);
            assertThat(raw).startsWith("%PDF-").contains("/Count 1").contains(english ? "/Lang(en)" : "/Lang(zh-CN)");
            assertThat(pdf.length).isLessThan(80_000);
        }
    }

    @Test
    void the_paper_says_in_either_language_by_which_code_and_where_anybody_can_check_it() throws IOException {
        for (boolean english : new boolean[] {false, true}) {
            String text = text(paper.print(of("王秀英", 6_030, 1), Optional.of("东街道"), PAGE, english));
            assertThat(text).contains("ABCD-EFGH-2345-6789").contains(PAGE.get());
            text = text(paper.print(of("王秀英", 6_030, 1), Optional.of("东街道"), Optional.empty(), english));
            assertThat(text).contains("ABCD-EFGH-2345-6789").doesNotContain("http");
        }
    }

    @Test
    void the_longest_address_that_a_host_can_have_stays_on_the_page() throws IOException {
        Optional<String> page = Optional.of("https://" + "a".repeat(100) + ":65535/m/points/open/certificates");
        assertThat(text(paper.print(of("王秀英", 1, 0), Optional.empty(), page, false)))
                .contains(page.get());
    }

    @Test
    void a_camera_finds_the_page_where_it_is_checked_when_there_is_one() throws IOException {
        for (Optional<String> page : List.of(PAGE, Optional.<String>empty())) {
            byte[] pdf = paper.print(of("王秀英", 6_030, 1), Optional.of("东街道"), page, false);
            PdfDictionary parts = new PdfReader(pdf).getPageN(1).getAsDict(PdfName.RESOURCES);
            assertThat(parts.getAsDict(PdfName.XOBJECT) != null).isEqualTo(page.isPresent());
        }
    }

    private static String text(byte[] pdf) throws IOException {
        return new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(1);
    }

    @Test
    void a_name_that_no_font_has_and_a_very_long_one_are_printed_as_well_as_can_be() {
        String name = "\uD83D\uDE00".repeat(5) + "\u0000{0}'" + "长".repeat(80);
        assertThat(paper.print(of(name, 1, 0), Optional.of("{1}'"), Optional.empty(), false))
                .isNotEmpty();
    }
}
