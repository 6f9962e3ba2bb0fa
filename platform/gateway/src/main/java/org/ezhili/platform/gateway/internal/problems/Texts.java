package org.ezhili.platform.gateway.internal.problems;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** A bundle's texts in Chinese and English, with another bundle's to fall back on. */
public final class Texts {

    private final Properties chinese;
    private final Properties english;
    private final @Nullable Texts fallback;

    private Texts(Properties chinese, Properties english, @Nullable Texts fallback) {
        this.chinese = chinese;
        this.english = english;
        this.fallback = fallback;
    }

    public static Texts of(Bundle bundle) {
        return new Texts(
                load(bundle.getEntry("OSGI-INF/l10n/messages.properties")),
                load(bundle.getEntry("OSGI-INF/l10n/messages_en.properties")),
                null);
    }

    /** These texts first, then {@code other}'s. */
    public Texts orElse(Texts other) {
        return new Texts(chinese, english, other);
    }

    /** The text of {@code key} with its placeholders filled; empty when nobody has it. */
    public Optional<String> find(String key, Locale locale, List<Object> arguments) {
        String text = ("en".equals(locale.getLanguage()) ? english : chinese).getProperty(key);
        if (text != null) {
            return Optional.of(new MessageFormat(text, locale).format(arguments.toArray()));
        }
        return fallback == null ? Optional.empty() : fallback.find(key, locale, arguments);
    }

    private static Properties load(@Nullable URL file) {
        Properties properties = new Properties();
        if (file != null) {
            try (Reader in = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                properties.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return properties;
    }
}
