package org.ezhili.platform.lib.pdf;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import org.ezhili.platform.lib.fonts.NotoSansSc;
import org.jspecify.annotations.Nullable;

/** The one font of all documents, read at the first of them and given up when memory is short. */
final class Typeface {

    private static final int STAND_IN = '□';
    private static SoftReference<@Nullable BaseFont> read = new SoftReference<>(null);

    private final BaseFont base;

    private Typeface(BaseFont base) {
        this.base = base;
    }

    static synchronized Typeface get() {
        BaseFont base = read.get();
        if (base == null) {
            base = read();
            read = new SoftReference<>(base);
        }
        return new Typeface(base);
    }

    BaseFont base() {
        return base;
    }

    Font of(float size) {
        return new Font(base, size);
    }

    Font bold(float size) {
        return new Font(base, size, Font.BOLD);
    }

    /** The text with a box for each character that the font does not have, and nothing for what is no character at all. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(code -> {
            if (code == '\n' || base.charExists(code)) {
                printable.appendCodePoint(code);
            } else if (!Character.isISOControl(code)) {
                printable.appendCodePoint(STAND_IN);
            }
        });
        return printable.toString();
    }

    private static BaseFont read() {
        try {
            return BaseFont.createFont(
                    NotoSansSc.FILE,
                    BaseFont.IDENTITY_H,
                    BaseFont.EMBEDDED,
                    BaseFont.NOT_CACHED,
                    NotoSansSc.bytes(),
                    null);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
