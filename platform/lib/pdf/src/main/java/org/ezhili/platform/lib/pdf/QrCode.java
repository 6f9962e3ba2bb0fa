package org.ezhili.platform.lib.pdf;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.lowagie.text.Image;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfTemplate;
import java.awt.Color;
import java.util.Map;

/** Draws QR codes as shapes, sharp at any size. */
final class QrCode {

    private static final Map<EncodeHintType, Object> HINTS = Map.of(
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            EncodeHintType.ERROR_CORRECTION,
            ErrorCorrectionLevel.M,
            EncodeHintType.MARGIN,
            0);

    private QrCode() {}

    static Image of(String text, float size, PdfContentByte canvas, float x, float y) {
        BitMatrix squares = squares(text);
        PdfTemplate drawing = canvas.createTemplate(squares.getWidth(), squares.getHeight());
        drawing.setColorFill(Color.BLACK);
        for (int row = 0; row < squares.getHeight(); row++) {
            for (int column = 0; column < squares.getWidth(); column++) {
                if (squares.get(column, row)) {
                    drawing.rectangle(column, squares.getHeight() - 1f - row, 1, 1);
                }
            }
        }
        drawing.fill();
        Image image = Image.getInstance(drawing);
        image.scaleAbsolute(size, size);
        image.setAbsolutePosition(x, y);
        return image;
    }

    private static BitMatrix squares(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
