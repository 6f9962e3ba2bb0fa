package org.ezhili.grid.internal.rest;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.ezhili.grid.internal.domain.RowFault;

/** Says what is wrong with a row, in the reader's language. */
public final class FaultTexts {

    private static final String BUNDLE = "OSGI-INF.l10n.messages";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private FaultTexts() {}

    public static String of(RowFault fault, Locale language) {
        Locale spoken = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
        String pattern = ResourceBundle.getBundle(BUNDLE, spoken, FaultTexts.class.getClassLoader(), NO_FALLBACK)
                .getString("fault." + fault.code());
        // numbers as they stand in the file: no grouping
        Object[] words = fault.arguments().stream().map(Object::toString).toArray();
        return new MessageFormat(pattern, spoken).format(words);
    }
}
