package org.ezhili.platform.lib.pdf;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the QR code that is drawn on the first page of a document, from its squares. */
final class Camera {

    private static final Pattern SQUARE = Pattern.compile("(\\d+) (\\d+) 1 1 re");
    private static final int SCALE = 4;
    private static final int QUIET = 4;
    private static final int MOST = 177;
    private static final int WHITE = 0xFFFFFF;

    private Camera() {}

    static String read(byte[] pdf) throws Exception {
        PdfReader reader = new PdfReader(pdf);
        PdfDictionary drawings = reader.getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.XOBJECT);
        PdfName name = (PdfName) drawings.getKeys().iterator().next();
        PRStream drawing = (PRStream) drawings.getDirectObject(name);
        int side = drawing.getAsArray(PdfName.BBOX).getAsNumber(2).intValue();
        int width = (MOST + 2 * QUIET) * SCALE;
        int[] pixels = new int[width * width];
        Arrays.fill(pixels, WHITE);
        Matcher square = SQUARE.matcher(new String(PdfReader.getStreamBytes(drawing), StandardCharsets.ISO_8859_1));
        while (square.find()) {
            int left = (QUIET + Integer.parseInt(square.group(1))) * SCALE;
            int top = (QUIET + side - 1 - Integer.parseInt(square.group(2))) * SCALE;
            for (int line = top; line < top + SCALE; line++) {
                Arrays.fill(pixels, line * width + left, line * width + left + SCALE, 0);
            }
        }
        BinaryBitmap picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, width, pixels)));
        return new QRCodeReader().decode(picture).getText();
    }
}
