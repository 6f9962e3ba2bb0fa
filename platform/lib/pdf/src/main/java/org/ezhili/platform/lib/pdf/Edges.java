package org.ezhili.platform.lib.pdf;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;

/** What stands around the text of each page: a frame, a line at the foot, the page's number. */
final class Edges extends PdfPageEventHelper {

    private static final float FOOT = 30;
    private static final float SIZE = 8;
    private static final Color BLUE = new Color(0x0B, 0x57, 0xA4);

    private final Typeface typeface;
    private String footer = "";
    private boolean framed;

    Edges(Typeface typeface) {
        this.typeface = typeface;
    }

    void footer(String text) {
        footer = text;
    }

    void frame() {
        framed = true;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        Rectangle page = document.getPageSize();
        if (framed) {
            frame(canvas, page, 20, 3);
            frame(canvas, page, 26, 0.75f);
        }
        write(canvas, Element.ALIGN_LEFT, footer, document.left());
        if (!framed) {
            write(canvas, Element.ALIGN_RIGHT, String.valueOf(document.getPageNumber()), document.right());
        }
    }

    private void write(PdfContentByte canvas, int alignment, String text, float x) {
        ColumnText.showTextAligned(canvas, alignment, new Phrase(text, typeface.of(SIZE)), x, FOOT, 0);
    }

    private static void frame(PdfContentByte canvas, Rectangle page, float inset, float width) {
        canvas.saveState();
        canvas.setColorStroke(BLUE);
        canvas.setLineWidth(width);
        canvas.rectangle(inset, inset, page.getWidth() - 2 * inset, page.getHeight() - 2 * inset);
        canvas.stroke();
        canvas.restoreState();
    }
}
