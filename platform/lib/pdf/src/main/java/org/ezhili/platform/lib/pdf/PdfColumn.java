package org.ezhili.platform.lib.pdf;

/**
 * One column of a table.
 *
 * @param title above it, on every page that the table goes over
 * @param width its share of the page's width, against the other columns' shares; at least 1
 * @param figures whether it holds figures, which are set to the right
 */
public record PdfColumn(String title, int width, boolean figures) {

    public PdfColumn {
        if (width < 1) {
            throw new IllegalArgumentException("a column's width is at least 1: " + width);
        }
    }

    public static PdfColumn text(String title, int width) {
        return new PdfColumn(title, width, false);
    }

    public static PdfColumn figures(String title, int width) {
        return new PdfColumn(title, width, true);
    }
}
