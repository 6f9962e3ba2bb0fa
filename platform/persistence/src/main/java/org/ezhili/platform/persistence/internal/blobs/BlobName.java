package org.ezhili.platform.persistence.internal.blobs;

import java.util.regex.Pattern;

/** What a blob may be called: nothing that leads out of a folder, nothing that must be written differently in an address. */
final class BlobName {

    private static final Pattern SHAPE = Pattern.compile("[a-z0-9][a-z0-9.-]*(/[a-z0-9][a-z0-9.-]*)*");

    private BlobName() {}

    static String checked(String name) {
        if (!SHAPE.matcher(name).matches() || name.contains("..")) {
            throw new IllegalArgumentException("not a blob's name");
        }
        return name;
    }
}
