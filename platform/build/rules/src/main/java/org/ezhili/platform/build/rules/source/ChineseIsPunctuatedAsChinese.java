package org.ezhili.platform.build.rules.source;

import java.util.List;
import java.util.regex.Pattern;

/** Between Chinese characters stands a full-width comma, semicolon or colon. */
public final class ChineseIsPunctuatedAsChinese {

    private static final Pattern HALF_WIDTH = Pattern.compile("(?<=[\\p{IsHan}}])[,;:](?=[\\p{IsHan}{])");

    private ChineseIsPunctuatedAsChinese() {}

    /** What is wrong with one text, in words. */
    public static List<String> faults(String key, String text) {
        return HALF_WIDTH
                .matcher(text)
                .results()
                .map(found -> key + " has a half-width " + found.group() + " between Chinese characters")
                .toList();
    }
}
