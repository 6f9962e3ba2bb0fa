package org.ezhili.platform.gateway.internal.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.gateway.internal.json.Json;
import org.ezhili.platform.gateway.internal.problems.Answers;
import org.ezhili.platform.gateway.internal.routes.Route;

/** The OpenAPI 3 files of the live modules, joined into one: paths under {@code /api/<module>}, schemas named {@code <module>.<name>}. */
public final class ApiDescription {

    private static final String SCHEMAS = "#/components/schemas/";

    private ApiDescription() {}

    static JsonNode joined(Collection<Route> routes) {
        ObjectNode joined = JsonNodeFactory.instance.objectNode();
        joined.put("openapi", "3.0.1");
        joined.putObject("info").put("title", "eZhili").put("version", "1");
        ObjectNode paths = joined.putObject("paths");
        ObjectNode components = joined.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("bearer")
                .put("type", "http")
                .put("scheme", "bearer");
        ObjectNode schemas = components.putObject("schemas");
        joined.putArray("security").addObject().putArray("bearer");
        routes.forEach(route -> of(route).ifPresent(own -> join(route.info().id(), own, paths, schemas)));
        return joined;
    }

    private static void join(String module, JsonNode own, ObjectNode paths, ObjectNode schemas) {
        rename(module, own);
        own.path("paths")
                .fields()
                .forEachRemaining(path -> paths.set("/api/" + module + path.getKey(), path.getValue()));
        own.path("components")
                .path("schemas")
                .fields()
                .forEachRemaining(schema -> schemas.set(module + "." + schema.getKey(), schema.getValue()));
    }

    /** Points every reference to a schema to its name in the joined file, where no two operations may share a name either. */
    private static void rename(String module, JsonNode node) {
        if (node instanceof ObjectNode object) {
            Iterator<Map.Entry<String, JsonNode>> fields = object.fields();
            while (fields.hasNext()) {
                Map.Entry<String, JsonNode> field = fields.next();
                String text = field.getValue().asText();
                if (field.getKey().equals("$ref") && text.startsWith(SCHEMAS)) {
                    field.setValue(TextNode.valueOf(SCHEMAS + module + "." + text.substring(SCHEMAS.length())));
                } else if (field.getKey().equals("operationId")
                        && field.getValue().isTextual()) {
                    field.setValue(TextNode.valueOf(module + "." + text));
                }
            }
        }
        node.forEach(child -> rename(module, child));
    }

    /** A module's own file; 404 for a module without one. */
    public static void serve(Route route, HttpServletResponse response) throws IOException {
        Answers.json(response, 200, of(route).orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    private static Optional<JsonNode> of(Route route) {
        URL file = route.bundle().getEntry("OSGI-INF/openapi.json");
        if (file == null) {
            return Optional.empty();
        }
        try (InputStream in = file.openStream()) {
            return Optional.of(Json.MAPPER.readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
