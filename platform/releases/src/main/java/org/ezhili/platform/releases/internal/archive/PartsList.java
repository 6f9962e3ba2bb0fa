package org.ezhili.platform.releases.internal.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.ezhili.platform.ProblemException;

/** The list of a release's parts (CycloneDX 1.5, JSON): every bundle by its package URL and its hash. */
public final class PartsList {

    /** Where it stands in an archive. */
    public static final String PLACE = "META-INF/ezhili/sbom.json";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FORMAT = "CycloneDX";
    private static final String HASH = "SHA-256";

    private PartsList() {}

    /** Refuses a list that does not name each of these files, by address and SHA-256. */
    static void check(byte[] text, Map<MavenName, String> files) {
        Map<String, String> listed = new TreeMap<>();
        try {
            JsonNode tree = JSON.readTree(text);
            if (!tree.path("bomFormat").asText().equals(FORMAT)
                    || !tree.path("components").isArray()) {
                throw ProblemException.of(422, "sbom-invalid");
            }
            for (JsonNode component : tree.path("components")) {
                listed.put(component.path("purl").asText().replaceFirst("\\?.*", ""), hash(component));
            }
        } catch (IOException notJson) {
            throw ProblemException.of(422, "sbom-invalid");
        }
        files.forEach((name, sha256) -> {
            if (!sha256.equals(listed.get(name.purl()))) {
                throw ProblemException.of(422, "sbom-mismatch", name.artifact());
            }
        });
    }

    private static String hash(JsonNode component) {
        for (JsonNode hash : component.path("hashes")) {
            if (hash.path("alg").asText().equals(HASH)) {
                return hash.path("content").asText();
            }
        }
        return "";
    }

    /** Writes the list for these files. */
    public static byte[] write(Passport passport, List<Part> parts) throws IOException {
        ObjectNode tree = JSON.createObjectNode();
        tree.put("bomFormat", FORMAT).put("specVersion", "1.5").put("version", 1);
        ObjectNode whole = tree.putObject("metadata").putObject("component");
        whole.put("type", "application").put("name", "ezhili-" + passport.id()).put("version", passport.version());
        ArrayNode components = tree.putArray("components");
        for (Part part : parts) {
            ObjectNode component = component(components, part.name());
            component.putArray("hashes").addObject().put("alg", HASH).put("content", part.sha256());
            ArrayNode within = JSON.createArrayNode();
            for (MavenName nested : nested(part)) {
                component(within, nested);
            }
            if (!within.isEmpty()) {
                component.set("components", within);
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree);
    }

    /** One file of a release. */
    public record Part(MavenName name, Path file, String sha256) {}

    private static ObjectNode component(ArrayNode into, MavenName name) {
        return into.addObject()
                .put("type", "library")
                .put("group", name.group())
                .put("name", name.artifact())
                .put("version", name.version())
                .put("purl", name.purl());
    }

    /** What else was packed into the bundle, as far as Maven left its mark in it. */
    private static List<MavenName> nested(Part part) throws IOException {
        try (JarFile jar = new JarFile(part.file().toFile(), false)) {
            List<JarEntry> marks = jar.stream()
                    .filter(entry -> entry.getName().matches("META-INF/maven/[^/]+/[^/]+/pom\\.properties"))
                    .toList();
            Map<String, MavenName> nested = new TreeMap<>();
            for (JarEntry mark : marks) {
                Properties pom = new Properties();
                pom.load(jar.getInputStream(mark));
                MavenName name = new MavenName(
                        pom.getProperty("groupId", ""),
                        pom.getProperty("artifactId", ""),
                        pom.getProperty("version", ""),
                        "jar",
                        "");
                if (!name.purl().equals(part.name().purl())) {
                    nested.put(name.purl(), name);
                }
            }
            return List.copyOf(nested.values());
        }
    }
}
