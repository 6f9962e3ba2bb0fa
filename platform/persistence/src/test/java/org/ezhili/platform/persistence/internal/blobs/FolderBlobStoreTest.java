package org.ezhili.platform.persistence.internal.blobs;

import java.nio.file.Path;
import org.ezhili.platform.BlobStore;
import org.junit.jupiter.api.io.TempDir;

class FolderBlobStoreTest implements BlobStoreContract {

    @TempDir
    private Path folder;

    @Override
    public BlobStore store() {
        return new FolderBlobStore(folder);
    }
}
