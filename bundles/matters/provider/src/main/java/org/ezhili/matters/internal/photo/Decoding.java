package org.ezhili.matters.internal.photo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.ezhili.platform.ProblemException;

/** Reads pixels, after the header has said how many there are. */
final class Decoding {

    static final long MOST_PIXELS = 50_000_000;

    /** A reader keeps whole rows in memory: one of fifty million pixels would take it all. */
    static final int LONGEST_SIDE = 20_000;

    private Decoding() {}

    /** Large photos are thinned out while they are read, to no less than {@code side} pixels on the longer side. */
    static BufferedImage decode(PhotoFormat format, byte[] content, int side) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format.word()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
                throw ProblemException.of(422, "photo-too-large", MOST_PIXELS / 1_000_000);
            }
            int every = Math.max(1, Math.max(width, height) / side);
            ImageReadParam sparse = reader.getDefaultReadParam();
            sparse.setSourceSubsampling(every, every, 0, 0);
            return reader.read(0, sparse);
        } finally {
            reader.dispose();
        }
    }
}
