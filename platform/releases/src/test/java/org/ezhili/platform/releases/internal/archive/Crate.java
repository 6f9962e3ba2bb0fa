package org.ezhili.platform.releases.internal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A release of a small module, {@code patrol}, made file by file, so that a test can make each of them wrong. */
public final class Crate {

    private static final String REPOSITORY = "repository/org/ezhili/";

    private final Path folder;
    private final Map<String, byte[]> repository = new LinkedHashMap<>();
    private String declared;
    public final Jar provider;
    public final Jar api;
    private final String version;
    private String bundles;

    private Crate(Path folder, String version) {
        this.folder = folder;
        this.version = version;
        this.provider = new Jar("org.ezhili.patrol.provider", version)
                .header(
                        "Import-Package",
                        "org.ezhili.patrol;version=\"[1.0,1.1)\",org.ezhili.platform;version=\"[1.0,2)\","
                                + "org.ezhili.platform.module;version=\"[1.0,2)\",org.ezhili.platform.security;version=\"[1.0,2)\"")
                .header("Service-Component", "OSGI-INF/patrol.xml")
                .header("Ezhili-Schema", "patrol")
                .entry("OSGI-INF/patrol.xml", component("patrol"))
                .type("org/ezhili/patrol/internal/PatrolResource");
        this.api = new Jar("org.ezhili.patrol.api", "1.0.0")
                .header("Export-Package", "org.ezhili.patrol;version=\"1.0.0\"")
                .header("Import-Package", "org.ezhili.platform;version=\"[1.0,2)\"")
                .type("org/ezhili/patrol/PatrolEnded");
        this.declared = "{\"id\":\"patrol\",\"version\":\"" + version
                + "\",\"title\":{\"zh\":\"巡逻\",\"en\":\"Patrol\"},\"platform\":\"[1.0,2)\",\"network\":[]}";
        this.bundles = bundle(provider) + bundle(api);
    }

    /** A good one. */
    public static Crate patrol(Path folder, String version) {
        return new Crate(folder, version);
    }

    static String component(String id) {
        return "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" name=\"patrol\">"
                + "<property name=\"ezhili.module\" type=\"String\" value=\"" + id + "\"/><service>"
                + "<provide interface=\"org.ezhili.platform.module.Module\"/></service>"
                + "<implementation class=\"org.ezhili.patrol.internal.PatrolModule\"/></scr:component>";
    }

    static String bundle(Jar jar) {
        return "<bundle>mvn:org.ezhili/" + jar.name + "/" + jar.version + "</bundle>";
    }

    public Crate declared(String from, String to) {
        declared = declared.replace(from, to);
        return this;
    }

    /** Text in the feature after the bundles. */
    Crate feature(String more) {
        bundles += more;
        return this;
    }

    Crate bundles(String all) {
        bundles = all;
        return this;
    }

    /** One bundle more, in its place and in the feature. */
    Crate bundle(Jar jar, boolean named) {
        repository.put(place(jar), jar.bytes());
        bundles += named ? bundle(jar) : "";
        return this;
    }

    static String place(Jar jar) {
        return REPOSITORY + jar.name + "/" + jar.version + "/" + jar.name + "-" + jar.version + ".jar";
    }

    /** The files of the archive by their names, with a right passport and list of parts. */
    public Map<String, byte[]> packed() {
        Map<String, byte[]> files = new LinkedHashMap<>(repository);
        files.put(place(provider), provider.bytes());
        files.put(place(api), api.bytes());
        files.put(features(), featuresXml().getBytes(UTF_8));
        try {
            Path laid = Files.createTempDirectory(folder, "laid");
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path target = laid.resolve(file.getKey().substring("repository/".length()));
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
            Path archive = Files.createTempFile(folder, "patrol", ".kar");
            Packing.pack(laid, declared.getBytes(UTF_8), archive);
            return unzipped(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String features() {
        return REPOSITORY + "org.ezhili.features.patrol/" + version + "/org.ezhili.features.patrol-" + version
                + "-features.xml";
    }

    String featuresXml() {
        return "<features name=\"p\" xmlns=\"http://karaf.apache.org/xmlns/features/v1.6.0\">"
                + "<feature name=\"ezhili-patrol\" version=\"" + version + "\">" + bundles + "</feature></features>";
    }

    /** The archive as a file, not signed yet. */
    public Path file() {
        return zipped(packed());
    }

    public Path zipped(Map<String, byte[]> files) {
        try {
            Path archive = Files.createTempFile(folder, "patrol", ".kar");
            Files.write(archive, zip(files));
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
                out.putNextEntry(entry);
                out.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    public static Map<String, byte[]> unzipped(Path archive) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** A bundle, header by header. */
    public static final class Jar {
        final String name;
        final String version;
        private final Map<String, String> headers = new LinkedHashMap<>();
        private final Map<String, byte[]> entries = new LinkedHashMap<>();

        Jar(String name, String version) {
            this.name = name;
            this.version = version;
            header("Manifest-Version", "1.0");
            header("Bundle-ManifestVersion", "2");
            header("Bundle-SymbolicName", name);
            header("Bundle-Version", version);
        }

        public Jar header(String header, String value) {
            headers.put(header, value);
            return this;
        }

        Jar importing(String clause) {
            return header("Import-Package", headers.get("Import-Package") + "," + clause);
        }

        public Jar entry(String place, String text) {
            entries.put(place, text.getBytes(UTF_8));
            return this;
        }

        Jar entry(String place, byte[] content) {
            entries.put(place, content);
            return this;
        }

        /** A class of the tests' own. */
        Jar type(String type) {
            try (InputStream in = Crate.class.getClassLoader().getResourceAsStream(type + ".class")) {
                entries.put(type + ".class", in.readAllBytes());
                return this;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        byte[] bytes() {
            StringBuilder manifest = new StringBuilder();
            headers.forEach((header, value) -> {
                String line = header + ": " + value;
                for (int at = 0; at < line.length(); at += 60) {
                    manifest.append(at == 0 ? "" : " ")
                            .append(line, at, Math.min(line.length(), at + 60))
                            .append("\r\n");
                }
            });
            Map<String, byte[]> files = new LinkedHashMap<>();
            files.put("META-INF/MANIFEST.MF", manifest.append("\r\n").toString().getBytes(UTF_8));
            files.putAll(entries);
            return zip(files);
        }
    }
}
