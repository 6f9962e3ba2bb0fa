package org.ezhili.platform.releases.internal.rest;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.ezhili.platform.LocalText;
import org.ezhili.platform.Problem;

/** A problem that is not an answer but part of one, in the caller's language. */
public final class Words {

    private static final String BASE = "OSGI-INF.l10n.messages";

    private Words() {}

    public static String title(Problem problem, Locale locale) {
        return text("problem." + problem.code(), problem, locale);
    }

    public static String detail(Problem problem, Locale locale) {
        return text("problem." + problem.code() + ".detail", problem, locale);
    }

    private static String text(String key, Problem problem, Locale locale) {
        try {
            ResourceBundle words = ResourceBundle.getBundle(
                    BASE,
                    locale,
                    Words.class.getClassLoader(),
                    ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
            return new MessageFormat(words.getString(key), locale)
                    .format(problem.arguments().stream()
                            .map(argument -> argument instanceof LocalText text ? text.in(locale) : argument)
                            .toArray());
        } catch (MissingResourceException silent) {
            return problem.code();
        }
    }
}
