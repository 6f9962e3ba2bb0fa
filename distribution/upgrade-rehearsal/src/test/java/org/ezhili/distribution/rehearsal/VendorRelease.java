package org.ezhili.distribution.rehearsal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.ezhili.platform.releases.internal.archive.Packing;

/** A release of a vendor's module, built and packed at the time of the test: a good one, until something is said that is not. */
final class VendorRelease {

    private static final String GROUP = "com.acme";
    private static final String CONTRACTS =
            "org.ezhili.platform;version=\"[1.0,2)\",org.ezhili.platform.module;version=\"[1.0,2)\","
                    + "javax.ws.rs;version=\"[2.1,3)\"";

    /** What its bundle and its packages are named after. */
    private final String name;

    private final String version;
    private final Class<?> type;
    private final Map<String, String> headers = new TreeMap<>();
    private final Map<String, String> component = new LinkedHashMap<>();
    private final Map<String, byte[]> files = new TreeMap<>();
    private String module;
    private String reference = "";
    private String platform = "[1.0,2)";

    private VendorRelease(String name, String version, Class<?> type) {
        this.name = name;
        this.module = name;
        this.version = version;
        this.type = type;
        headers.put("Manifest-Version", "1.0");
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", provider());
        headers.put("Bundle-Version", version);
        headers.put("Import-Package", CONTRACTS);
        headers.put("Service-Component", "OSGI-INF/module.xml");
        component.put("id", name);
        component.put("version", version);
    }

    /** Of the module whose component is {@code type}, in the package {@code com.acme.<module>.internal}. */
    static VendorRelease of(Class<?> type, String version) {
        String inside = type.getPackageName().substring(GROUP.length() + 1);
        return new VendorRelease(inside.substring(0, inside.indexOf('.')), version, type);
    }

    String module() {
        return module;
    }

    String version() {
        return version;
    }

    private String provider() {
        return GROUP + "." + name + ".provider";
    }

    /** Its papers say that it is this module. */
    VendorRelease calledModule(String other) {
        module = other;
        return saying("id", other);
    }

    VendorRelease with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    VendorRelease importing(String clause) {
        return with("Import-Package", CONTRACTS + "," + clause);
    }

    /** A property of its component. */
    VendorRelease saying(String property, String value) {
        component.put(property, value);
        return this;
    }

    /** Its component waits for such a service. */
    VendorRelease waitingFor(String name, String type) {
        reference = "<reference name=\"" + name + "\" interface=\"" + type + "\"/>";
        return this;
    }

    VendorRelease step(String file, String sql) {
        headers.put("Ezhili-Schema", module);
        return file("db/" + file, sql.getBytes(UTF_8));
    }

    VendorRelease file(String place, byte[] content) {
        files.put(place, content);
        return this;
    }

    VendorRelease forPlatform(String range) {
        platform = range;
        return this;
    }

    /** Its archive, not signed yet, in this folder. */
    Path packedIn(Path folder) {
        try {
            Path laid = Files.createDirectories(folder.resolve(module + "-" + version));
            write(laid, provider(), ".jar", this::jar);
            write(
                    laid,
                    GROUP + ".features." + module,
                    "-features.xml",
                    out -> out.write(features().getBytes(UTF_8)));
            Path archive = folder.resolve(module + "-" + version + ".kar");
            Packing.pack(laid, declared().getBytes(UTF_8), archive);
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that is written to a file. */
    private interface Text {
        void write(OutputStream out) throws IOException;
    }

    private void write(Path laid, String artifact, String ending, Text text) throws IOException {
        Path folder = Files.createDirectories(
                laid.resolve(GROUP.replace('.', '/')).resolve(artifact).resolve(version));
        try (OutputStream out = Files.newOutputStream(folder.resolve(artifact + "-" + version + ending))) {
            text.write(out);
        }
    }

    private void jar(OutputStream out) throws IOException {
        Manifest manifest = new Manifest();
        headers.forEach(manifest.getMainAttributes()::putValue);
        files.put("OSGI-INF/module.xml", componentXml().getBytes(UTF_8));
        try (JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                jar.putNextEntry(new JarEntry(file.getKey()));
                jar.write(file.getValue());
            }
            for (Path compiled : classes()) {
                jar.putNextEntry(new JarEntry(type.getPackageName().replace('.', '/') + "/" + compiled.getFileName()));
                Files.copy(compiled, jar);
            }
        }
    }

    /** Those beside its component. */
    private Iterable<Path> classes() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(type.getResource("").getPath()))) {
            return all.sorted().toList();
        }
    }

    private String componentXml() {
        StringBuilder xml = new StringBuilder(
                        "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"")
                .append(type.getName())
                .append(type.getConstructors()[0].getParameterCount() == 0 ? "\">" : "\" init=\"1\">");
        component.forEach((name, value) ->
                xml.append("<property name=\"" + name + "\" type=\"String\" value=\"" + value + "\"/>"));
        return xml.append("<service><provide interface=\"org.ezhili.platform.module.Module\"/></service>")
                .append(reference)
                .append("<implementation class=\"" + type.getName() + "\"/></scr:component>")
                .toString();
    }

    private String features() {
        return "<features name=\"" + module
                + "\" xmlns=\"http://karaf.apache.org/xmlns/features/v1.6.0\"><feature name=\"ezhili-"
                + module + "\" version=\"" + version + "\"><bundle>mvn:" + GROUP + "/" + provider() + "/" + version
                + "</bundle></feature></features>";
    }

    private String declared() {
        return "{\"id\":\"" + module + "\",\"version\":\"" + version + "\",\"title\":{\"zh\":\"湖泊\",\"en\":\"Lakes\"},"
                + "\"platform\":\"" + platform + "\",\"network\":[]}";
    }
}
