package org.ezhili.platform.persistence.internal.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import org.ezhili.platform.BlobStore;

/** Keeps blobs in a folder: written beside, forced to disk, then moved into place, so that a half-written one is never seen. */
public final class FolderBlobStore implements BlobStore {

    private final Path folder;

    public FolderBlobStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String name, byte[] content) throws IOException {
        Path target = path(name);
        Files.createDirectories(target.getParent());
        Path beside = target.resolveSibling(UUID.randomUUID() + ".part");
        try {
            try (FileChannel out = FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                ByteBuffer buffer = ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                out.force(true);
            }
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (FileChannel names = FileChannel.open(target.resolveSibling("."), StandardOpenOption.READ)) {
                names.force(true);
            }
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    @Override
    public Optional<InputStream> get(String name) throws IOException {
        try {
            return Optional.of(Files.newInputStream(path(name)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(path(name));
    }

    private Path path(String name) {
        return folder.resolve(BlobName.checked(name));
    }
}
