package org.ezhili.platform.releases.internal.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An upload whose sender goes away in the middle of it. */
final class CutOff extends InputStream {

    static InputStream after(int bytes, Path file) throws IOException {
        try (InputStream whole = Files.newInputStream(file)) {
            return new SequenceInputStream(new ByteArrayInputStream(whole.readNBytes(bytes)), new CutOff());
        }
    }

    @Override
    public int read() throws IOException {
        throw new IOException("Early EOF");
    }
}
