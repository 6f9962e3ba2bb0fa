package org.ezhili.platform.gateway.internal.screens;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/**
 * The folder {@code web/} of one bundle, read once into memory and packed once.
 */
final class WebFolder {

    /** By version, then by when it was put in. */
    static final Comparator<WebFolder> BY_AGE = Comparator.<WebFolder, Version>comparing(
                    folder -> folder.bundle.getVersion())
            .thenComparing(folder -> folder.bundle.getLastModified());

    private static final int WORTH_PACKING = 1_024;

    private final String id;
    private final Bundle bundle;
    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    WebFolder(String id, Bundle bundle) {
        this.id = id;
        this.bundle = bundle;
    }

    String id() {
        return id;
    }

    /** Changes with every build that is put in: what is kept under it may be kept for ever. */
    String version() {
        return bundle.getVersion() + "-" + Long.toHexString(bundle.getLastModified());
    }

    Version bundleVersion() {
        return bundle.getVersion();
    }

    /** How many files are in memory. */
    int size() {
        return files.size();
    }

    boolean has(String path) {
        return file(path).isPresent();
    }

    Optional<WebFile> file(String path) {
        WebFile known = files.get(path);
        return known != null || path.contains("..") ? Optional.ofNullable(known) : load(path);
    }

    /** What is not there is not remembered: anybody can ask for as many names as they like. */
    private Optional<WebFile> load(String path) {
        URL entry = path.isEmpty() || path.endsWith("/") ? null : bundle.getEntry("web/" + path);
        if (entry == null || bundle.getEntryPaths("web/" + path) != null) {
            return Optional.empty();
        }
        return Optional.of(files.computeIfAbsent(path, name -> read(name, entry)));
    }

    private static WebFile read(String path, URL entry) {
        try (InputStream in = entry.openStream()) {
            byte[] plain = in.readAllBytes();
            CRC32 crc = new CRC32();
            crc.update(plain);
            String tag = "\"" + Long.toHexString(crc.getValue()) + "-" + plain.length + "\"";
            String type = MediaTypes.of(path);
            boolean pack = plain.length >= WORTH_PACKING && MediaTypes.isText(type);
            return new WebFile(type, tag, plain, pack ? Optional.of(pack(plain)) : Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pack(byte[] plain) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(plain.length / 3);
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        }
        return packed.toByteArray();
    }
}
