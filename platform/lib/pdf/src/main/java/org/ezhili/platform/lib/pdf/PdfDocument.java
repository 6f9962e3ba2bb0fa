package org.ezhili.platform.lib.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;

/**
 * A document on A4, written from top to bottom, in Chinese and Latin letters; the font's used part is embedded. A character
 * that the font lacks is shown as a box. Lengths are points, 72 to the inch. One thread at a time; different documents do not
 * disturb each other.
 */
public final class PdfDocument {

    private static final float MARGIN = 54;
    private static final float TEXT = 10.5f;
    private static final float LINE = 1.5f;
    private static final Color SHADE = new Color(0xEE, 0xF2, 0xF7);
    private static final Color RULE = new Color(0xB8, 0xC2, 0xCC);

    private final Typeface typeface = Typeface.get();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Edges edges = new Edges(typeface);
    private final Document document;
    private final PdfWriter writer;

    private PdfDocument(Rectangle page, String title, String language) {
        document = new Document(page, MARGIN, MARGIN, MARGIN, MARGIN);
        writer = PdfWriter.getInstance(document, bytes);
        writer.setPageEvent(edges);
        document.addTitle(title);
        document.addCreator("eZhili");
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language));
    }

    /** @param language of the text, for who has it read aloud: {@code zh-CN}, {@code en} */
    public static PdfDocument portrait(String title, String language) {
        return new PdfDocument(PageSize.A4, title, language);
    }

    /** @param language of the text, for who has it read aloud: {@code zh-CN}, {@code en} */
    public static PdfDocument landscape(String title, String language) {
        return new PdfDocument(PageSize.A4.rotate(), title, language);
    }

    /** A line at the foot of this page and those that follow, left of the page's number. */
    public PdfDocument footer(String text) {
        edges.footer(typeface.printable(text));
        return this;
    }

    /** A frame around this page and those that follow. */
    public PdfDocument framed() {
        edges.frame();
        return this;
    }

    /**
     * A QR code in the lower left corner of this page, above its foot, for a phone's camera.
     *
     * @param size of its sides
     * @throws IllegalArgumentException if the text is empty or more than a code can hold
     */
    public PdfDocument corner(String text, int size) {
        return add(QrCode.of(text, size, writer.getDirectContent(), document.left(), document.bottom()));
    }

    public PdfDocument heading(String text) {
        return add(paragraph(text, typeface.bold(16), Element.ALIGN_LEFT, 8));
    }

    public PdfDocument paragraph(String text) {
        return add(paragraph(text, typeface.of(TEXT), Element.ALIGN_LEFT, 6));
    }

    /** Text in the middle of the line, in a size of its own. */
    public PdfDocument centred(String text, int size) {
        return add(
                paragraph(text, size >= 20 ? typeface.bold(size) : typeface.of(size), Element.ALIGN_CENTER, size / 2f));
    }

    /** Text at the right end of the line: who signs, and when. */
    public PdfDocument right(String text, int size) {
        return add(paragraph(text, typeface.of(size), Element.ALIGN_RIGHT, size / 2f));
    }

    public PdfDocument space(int points) {
        Paragraph empty = new Paragraph(" ", typeface.of(1));
        empty.setSpacingBefore(points);
        return add(empty);
    }

    /** Labels with what belongs to them, one below the other, in the map's order. */
    public PdfDocument facts(Map<String, String> facts) {
        PdfPTable table = new PdfPTable(new float[] {1, 4});
        table.setWidthPercentage(100);
        table.setSpacingAfter(10);
        facts.forEach((label, value) -> {
            table.addCell(bare(label));
            table.addCell(bare(value));
        });
        return add(table);
    }

    /** A table; its titles come again on every page. Each row has as many texts as there are columns. */
    public PdfDocument table(List<PdfColumn> columns, List<List<String>> rows) {
        float[] widths = new float[columns.size()];
        for (int n = 0; n < widths.length; n++) {
            widths[n] = columns.get(n).width();
        }
        PdfPTable table = new PdfPTable(widths);
        table.setWidthPercentage(100);
        table.setHeaderRows(1);
        table.setSpacingAfter(10);
        columns.forEach(column -> {
            PdfPCell cell = cell(column.title(), typeface.bold(TEXT - 1), column.figures());
            cell.setBackgroundColor(SHADE);
            table.addCell(cell);
        });
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " texts in a row of " + columns.size());
            }
            for (int n = 0; n < row.size(); n++) {
                table.addCell(
                        cell(row.get(n), typeface.of(TEXT - 1), columns.get(n).figures()));
            }
        }
        return add(table);
    }

    /** Ends the document; nothing can be added any more. */
    public byte[] bytes() {
        if (document.isOpen()) {
            document.close();
        }
        return bytes.toByteArray();
    }

    private PdfDocument add(Element element) {
        if (!document.add(element)) {
            throw new IllegalStateException("the document has ended");
        }
        return this;
    }

    private Paragraph paragraph(String text, Font font, int alignment, float after) {
        Paragraph paragraph = new Paragraph(typeface.printable(text), font);
        paragraph.setAlignment(alignment);
        paragraph.setMultipliedLeading(LINE);
        paragraph.setSpacingAfter(after);
        return paragraph;
    }

    private PdfPCell cell(String text, Font font, boolean figures) {
        PdfPCell cell = new PdfPCell(new Phrase(typeface.printable(text), font));
        cell.setHorizontalAlignment(figures ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT);
        cell.setPadding(5);
        cell.setBorderColor(RULE);
        return cell;
    }

    private PdfPCell bare(String text) {
        PdfPCell cell = cell(text, typeface.of(TEXT), false);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPaddingLeft(0);
        return cell;
    }
}
