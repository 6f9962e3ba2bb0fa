package org.ezhili.platform.lib.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class PdfDocumentTest {

    private static final List<PdfColumn> COLUMNS = List.of(PdfColumn.text("说明", 3), PdfColumn.figures("积分", 1));

    private static String text(byte[] pdf, int page) throws IOException {
        return new PdfTextExtractor(new PdfReader(pdf)).getTextFromPage(page);
    }

    @Test
    void chinese_latin_and_rare_characters_can_be_read_again() throws IOException {
        byte[] pdf = PdfDocument.portrait("证书", "zh-CN")
                .heading("星级志愿者证书 Certificate")
                .paragraph("象山区㙍里社区，服务 120 小时。")
                .bytes();
        assertThat(text(pdf, 1))
                .contains("星级志愿者证书")
                .contains("Certificate")
                .contains("㙍")
                .contains("120");
    }

    @Test
    void only_the_used_part_of_the_font_is_carried() {
        byte[] pdf = PdfDocument.portrait("t", "zh-CN").paragraph("积分对账单").bytes();
        assertThat(pdf.length).isLessThan(60_000);
    }

    @Test
    void a_long_table_has_its_titles_on_every_page() throws IOException {
        byte[] pdf = PdfDocument.landscape("对账单", "zh-CN")
                .footer("象山区")
                .facts(new LinkedHashMap<>(Map.of("账户", "resident")))
                .table(COLUMNS, Collections.nCopies(100, List.of("志愿服务", "20")))
                .bytes();
        int pages = new PdfReader(pdf).getNumberOfPages();
        assertThat(pages).isGreaterThan(2);
        for (int page = 1; page <= pages; page++) {
            assertThat(text(pdf, page)).contains("说明").contains("象山区").contains(String.valueOf(page));
        }
    }

    @Test
    void what_the_font_lacks_is_a_box_and_what_is_no_character_is_left_out() throws IOException {
        byte[] pdf = PdfDocument.portrait("t", "zh-CN")
                .paragraph("甲\uD83D\uDE00乙\u0000丙\uD800丁")
                .bytes();
        assertThat(text(pdf, 1)).contains("甲□乙丙□丁");
    }

    @Test
    void markup_is_text_like_any_other() throws IOException {
        byte[] pdf = PdfDocument.portrait("<b>", "zh-CN")
                .paragraph("<script>&amp;(\\)")
                .bytes();
        assertThat(text(pdf, 1)).contains("<script>&amp;(\\)");
    }

    @Test
    void a_row_with_too_few_texts_is_refused() {
        PdfDocument document = PdfDocument.portrait("t", "zh-CN");
        assertThatThrownBy(() -> document.table(COLUMNS, List.of(List.of("甲"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nothing_is_added_after_the_end() {
        PdfDocument document = PdfDocument.portrait("t", "zh-CN").paragraph("甲");
        byte[] pdf = document.bytes();
        assertThatThrownBy(() -> document.paragraph("乙")).isInstanceOf(RuntimeException.class);
        assertThat(document.bytes()).isEqualTo(pdf);
    }

    @Test
    void many_documents_at_once_do_not_disturb_each_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> calls = new ArrayList<>();
            for (int n = 0; n < 64; n++) {
                String own = new String(Character.toChars(0x4E00 + n * 37)).repeat(20) + n;
                calls.add(() -> {
                    byte[] pdf =
                            PdfDocument.portrait("t", "zh-CN").paragraph(own).bytes();
                    return text(pdf, 1).contains(own) ? "" : own;
                });
            }
            for (Future<String> done : threads.invokeAll(calls)) {
                assertThat(done.get()).isEmpty();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_camera_reads_from_the_corner_what_was_put_there() throws Exception {
        for (String text : List.of("https://e.xiangshan.gov.cn/m/points/open/certificates/ABCDEFGH23456789", "相山区")) {
            byte[] pdf = PdfDocument.landscape("证书", "zh-CN")
                    .corner(text, 72)
                    .paragraph("一页")
                    .bytes();
            assertThat(new PdfReader(pdf).getNumberOfPages()).isEqualTo(1);
            assertThat(Camera.read(pdf)).isEqualTo(text);
        }
    }

    @Test
    void nothing_and_more_than_a_code_can_hold_are_refused() {
        for (String text : List.of("", "长".repeat(3_000))) {
            PdfDocument document = PdfDocument.portrait("t", "zh-CN");
            assertThatThrownBy(() -> document.corner(text, 72)).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
