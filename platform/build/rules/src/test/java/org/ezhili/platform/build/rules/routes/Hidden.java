package org.ezhili.platform.build.rules.routes;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Routes that no request reaches. JAX-RS first chooses the resource class whose path says most (specification 2.1, 3.7.2), and
 * then looks for a method in that class alone: a method elsewhere under the same path is never asked.
 */
final class Hidden {

    private static final String VARIABLE = "\\{[^/]*}";

    private Hidden() {}

    /** @param routes of each resource class, by its path, as {@code GET /v1/areas/{code}} */
    static Set<String> among(Map<String, Set<String>> routes) {
        Set<String> hidden = new TreeSet<>();
        routes.forEach((own, mine) -> mine.forEach(route -> {
            String request = route.substring(route.indexOf(' ') + 1).replaceAll(VARIABLE, "7");
            boolean taken = routes.keySet().stream()
                    .filter(other -> matches(other, request))
                    .anyMatch(other -> said(other) > said(own));
            if (taken) {
                hidden.add(route);
            }
        }));
        return hidden;
    }

    private static boolean matches(String path, String request) {
        StringBuilder pattern = new StringBuilder();
        for (String part : path.split("(?=\\{)|(?<=})", -1)) {
            pattern.append(part.startsWith("{") ? "[^/]+" : Pattern.quote(part));
        }
        return request.matches(pattern + "(/.*)?");
    }

    private static int said(String path) {
        return path.replaceAll(VARIABLE, "").length();
    }
}
