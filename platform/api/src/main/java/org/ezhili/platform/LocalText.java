package org.ezhili.platform;

import java.util.Locale;

/** A text in the two languages of the platform. Neither is empty. */
public record LocalText(String zh, String en) {

    public static LocalText of(String zh, String en) {
        return new LocalText(zh, en);
    }

    /** English for an English-speaking reader, Chinese for everybody else. */
    public String in(Locale locale) {
        return "en".equals(locale.getLanguage()) ? en : zh;
    }
}
