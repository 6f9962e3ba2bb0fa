package org.ezhili.points.internal.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.ezhili.platform.ProblemException;

/**
 * Makes of a file that somebody sent a picture for the shop and a small one for lists. Only pixels pass, turned upright; what
 * else was written into the file stays outside. One at a time: the largest takes a hundred megabytes while it is read.
 */
final class Shrinking {

    static final int LONGEST_SIDE = 1_280;
    private static final int SMALL_SIDE = 320;
    private static final int MOST_MEGAPIXELS = 24;
    private static final int LONGEST_SENT = 12_000;
    private static final double QUALITY = 0.85;

    /** A picture in two sizes, both JPEG. */
    record Shrunk(int width, int height, byte[] content, byte[] small) {}

    /** @throws ProblemException 415 for what is neither JPEG nor PNG, 422 for what is too large or damaged */
    synchronized Shrunk shrink(byte[] sent) {
        try {
            measure(sent);
            BufferedImage picture = onWhite(fitted(sent));
            return new Shrunk(
                    picture.getWidth(),
                    picture.getHeight(),
                    jpeg(picture),
                    jpeg(Thumbnails.of(picture).size(SMALL_SIDE, SMALL_SIDE).asBufferedImage()));
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException damaged) {
            throw ProblemException.of(422, "picture-unreadable");
        }
    }

    /** The header says how many pixels there are before any is read. */
    private static void measure(byte[] sent) throws IOException {
        if (!isJpeg(sent) && !isPng(sent)) {
            throw ProblemException.of(415, "picture-type");
        }
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw ProblemException.of(422, "picture-unreadable");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
                if (pixels > MOST_MEGAPIXELS * 1_000_000L
                        || Math.max(reader.getWidth(0), reader.getHeight(0)) > LONGEST_SENT) {
                    throw ProblemException.of(422, "picture-too-large", MOST_MEGAPIXELS);
                }
            } finally {
                reader.dispose();
            }
        }
    }

    private static boolean isJpeg(byte[] sent) {
        return sent.length > 2 && (sent[0] & 0xFF) == 0xFF && (sent[1] & 0xFF) == 0xD8 && (sent[2] & 0xFF) == 0xFF;
    }

    private static boolean isPng(byte[] sent) {
        return sent.length > 3 && (sent[0] & 0xFF) == 0x89 && sent[1] == 'P' && sent[2] == 'N' && sent[3] == 'G';
    }

    private static BufferedImage fitted(byte[] sent) throws IOException {
        BufferedImage upright =
                Thumbnails.of(new ByteArrayInputStream(sent)).scale(1).asBufferedImage();
        return Math.max(upright.getWidth(), upright.getHeight()) <= LONGEST_SIDE
                ? upright
                : Thumbnails.of(upright).size(LONGEST_SIDE, LONGEST_SIDE).asBufferedImage();
    }

    private static BufferedImage onWhite(BufferedImage image) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thumbnails.of(image).scale(1).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(out);
        return out.toByteArray();
    }
}
