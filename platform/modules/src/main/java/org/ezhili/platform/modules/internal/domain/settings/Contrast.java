package org.ezhili.platform.modules.internal.domain.settings;

import java.util.regex.Pattern;

/** Whether a colour can be read on white (WCAG 2.1, 1.4.3). */
public final class Contrast {

    /** What usual text needs, level AA. */
    public static final double LEAST = 4.5;

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final double FLARE = 0.05;

    private Contrast() {}

    public static boolean isColour(String text) {
        return COLOUR.matcher(text).matches();
    }

    /** From 1, white itself, to 21, black. */
    public static double onWhite(String colour) {
        return (1 + FLARE) / (luminance(colour) + FLARE);
    }

    private static double luminance(String colour) {
        return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
    }

    private static double linear(String colour, int from) {
        double part = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
