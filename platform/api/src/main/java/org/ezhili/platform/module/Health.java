package org.ezhili.platform.module;

import org.ezhili.platform.LocalText;

/**
 * Whether a module can do its work.
 *
 * @param well yes or no
 * @param note for district IT: what is wrong and what to do
 */
public record Health(boolean well, LocalText note) {

    public static Health good() {
        return new Health(true, LocalText.of("正常", "well"));
    }

    public static Health bad(String zh, String en) {
        return new Health(false, LocalText.of(zh, en));
    }
}
