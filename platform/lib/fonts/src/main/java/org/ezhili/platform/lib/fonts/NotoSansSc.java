package org.ezhili.platform.lib.fonts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Noto Sans SC Regular as a TrueType font: simplified Chinese, Latin, digits, and rare characters of names and places. */
public final class NotoSansSc {

    /** The file's name; its licence lies beside it as {@code OFL.txt}. */
    public static final String FILE = "NotoSansSC-Regular.ttf";

    private NotoSansSc() {}

    /** The whole file, about ten megabytes; keep it no longer than you need it. */
    public static byte[] bytes() {
        try (InputStream file = NotoSansSc.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing from the bundle");
            }
            return file.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
