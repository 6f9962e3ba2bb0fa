package org.ezhili.platform.lib.rules.jar;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;
import org.jspecify.annotations.Nullable;

/** Every text a bundle has in Chinese it has in English too, once, with the same gaps to fill, and the other way round. */
public final class TextsAreInBothLanguages implements JarRule {

    private static final String CHINESE = "OSGI-INF/l10n/messages.properties";
    private static final String ENGLISH = "OSGI-INF/l10n/messages_en.properties";
    private static final Pattern GAP = Pattern.compile("\\{(\\d+)[^}]*}");

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        Optional<String> chinese = jar.text(CHINESE);
        Optional<String> english = jar.text(ENGLISH);
        if (chinese.isEmpty() && english.isEmpty()) {
            return List.of();
        }
        List<String> faults = new ArrayList<>();
        Properties zh = texts(chinese.orElse(""), "Chinese", faults);
        Properties en = texts(english.orElse(""), "English", faults);
        faults.addAll(differences(zh, en));
        return faults;
    }

    private static List<String> differences(Properties chinese, Properties english) {
        Set<String> keys = new TreeSet<>(chinese.stringPropertyNames());
        keys.addAll(english.stringPropertyNames());
        List<String> faults = new ArrayList<>();
        for (String key : keys) {
            String zh = chinese.getProperty(key, "");
            String en = english.getProperty(key, "");
            if (zh.isBlank() || en.isBlank()) {
                faults.add("has no text for " + key + (zh.isBlank() ? " in Chinese" : " in English"));
            } else if (!gaps(zh).equals(gaps(en))) {
                faults.add("fills " + key + " with " + gaps(zh) + " in Chinese and " + gaps(en) + " in English");
            }
        }
        return faults;
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text)
                .results()
                .map((MatchResult gap) -> gap.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String content, String language, List<String> faults) {
        try {
            Properties texts = new Properties() {
                private static final long serialVersionUID = 1;

                @Override
                public synchronized @Nullable Object put(Object key, Object text) {
                    if (containsKey(key)) {
                        faults.add("has two texts for " + key + " in " + language);
                    }
                    return super.put(key, text);
                }
            };
            texts.load(new StringReader(content));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
