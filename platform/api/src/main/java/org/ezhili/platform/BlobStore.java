package org.ezhili.platform;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keeps photos and files outside the database, in one place for all nodes. What {@link #put} has answered survives a crash.
 * Thread-safe.
 *
 * <p>Faults: when the store is out of reach, busy or refuses, calls fail with a {@link ProblemException} 503 {@code files-away};
 * nothing is half done then.
 */
@ProviderType
public interface BlobStore {

    /**
     * Keeps {@code content} under {@code name}, whole or not at all.
     *
     * @param name of lower-case letters, digits, {@code -}, {@code .} and {@code /}; a second put under it replaces the first
     */
    void put(String name, byte[] content) throws IOException;

    /** The content kept under {@code name}, to be closed by the caller; empty when there is none. */
    Optional<InputStream> get(String name) throws IOException;

    /** Forgets {@code name}; nothing happens when it is not there. */
    void delete(String name) throws IOException;
}
