package org.ezhili.platform.lib.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One clause of a manifest header, for instance one imported package.
 *
 * @param attributes {@code version=…} and the like; a type ({@code version:Version}) is left out of the name
 * @param directives {@code resolution:=…} and the like
 */
public record Clause(String name, Map<String, String> attributes, Map<String, String> directives) {

    public Clause {
        attributes = Map.copyOf(attributes);
        directives = Map.copyOf(directives);
    }

    /** The clauses of a header's value (OSGi Core 8, 3.2.4); several names that share their parameters become several clauses. */
    public static List<Clause> parse(String value) {
        List<Clause> clauses = new ArrayList<>();
        for (String text : split(value, ',')) {
            List<String> names = new ArrayList<>();
            Map<String, String> attributes = new TreeMap<>();
            Map<String, String> directives = new TreeMap<>();
            for (String part : split(text, ';')) {
                int sign = part.indexOf('=');
                if (sign < 0) {
                    names.add(part);
                } else if (sign > 0 && part.charAt(sign - 1) == ':') {
                    directives.put(part.substring(0, sign - 1).strip(), unquoted(part.substring(sign + 1)));
                } else {
                    String name = part.substring(0, sign);
                    int type = name.indexOf(':');
                    attributes.put(
                            (type < 0 ? name : name.substring(0, type)).strip(), unquoted(part.substring(sign + 1)));
                }
            }
            names.forEach(name -> clauses.add(new Clause(name, attributes, directives)));
        }
        return clauses;
    }

    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == at && !quoted) {
                parts.add(text.substring(start, i).strip());
                start = i + 1;
            }
        }
        parts.add(text.substring(start).strip());
        parts.removeIf(String::isEmpty);
        return parts;
    }

    private static String unquoted(String text) {
        String bare = text.strip();
        return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
                ? bare.substring(1, bare.length() - 1)
                : bare;
    }
}
