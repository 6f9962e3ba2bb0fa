package org.ezhili.platform.build.rules.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a bundle answers to, as {@code GET /v1/areas/{code}}: told by its resource classes, and by its description. */
final class Routes {

    private static final String PATH = "javax.ws.rs.Path";
    private static final String HTTP_METHOD = "javax.ws.rs.HttpMethod";

    private Routes() {}

    /** The routes that JAX-RS annotations make. */
    static Set<String> made(Iterable<JavaClass> classes) {
        Set<String> routes = new TreeSet<>();
        for (JavaClass item : classes) {
            if (item.isAnnotatedWith(PATH)) {
                for (JavaMethod method : item.getMethods()) {
                    for (JavaAnnotation<?> annotation : method.getAnnotations()) {
                        annotation
                                .getRawType()
                                .tryGetAnnotationOfType(HTTP_METHOD)
                                .map(verb -> value(verb) + " " + tidy(path(item) + "/" + path(method)))
                                .ifPresent(routes::add);
                    }
                }
            }
        }
        return routes;
    }

    /** The same by the paths of their resource classes. */
    static Map<String, Set<String>> byClass(Iterable<JavaClass> classes) {
        Map<String, Set<String>> routes = new TreeMap<>();
        for (JavaClass item : classes) {
            if (item.isAnnotatedWith(PATH)) {
                routes.computeIfAbsent(tidy(path(item)), path -> new TreeSet<>())
                        .addAll(made(List.of(item)));
            }
        }
        return routes;
    }

    /** The routes that an OpenAPI file tells of. */
    static Set<String> told(String openapi) throws JsonProcessingException {
        JsonNode paths = new ObjectMapper().readTree(openapi).path("paths");
        Set<String> routes = new TreeSet<>();
        paths.fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(verb -> routes.add(verb.toUpperCase(Locale.ROOT) + " " + tidy(path.getKey()))));
        return routes;
    }

    private static String path(HasAnnotations<?> item) {
        return item.tryGetAnnotationOfType(PATH).map(Routes::value).orElse("");
    }

    private static String value(JavaAnnotation<?> annotation) {
        return String.valueOf(annotation.get("value").orElse(""));
    }

    /** One slash between words, none at the end, no pattern within braces. */
    private static String tidy(String path) {
        return ("/" + path)
                .replaceAll("\\{\\s*([\\w.-]+)\\s*(:[^/]*)?}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(?<=.)/$", "");
    }
}
