package org.ezhili.platform.modules.internal.settings;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import net.coobird.thumbnailator.Thumbnails;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;

/**
 * Makes a small PNG of a picture that was sent: only pixels pass, so nothing that was hidden in the file is ever served. One at a
 * time, so that large ones do not use up the memory. Thread-safe.
 */
final class Easel {

    static final int WIDEST = 480;
    static final int HIGHEST = 160;
    private static final int LEAST = 16;
    private static final long MOST_PIXELS = 16_000_000;

    private final Semaphore one = new Semaphore(1, true);

    record Painted(int width, int height, byte[] png) {}

    /** @throws ProblemException 415 for what is neither PNG nor JPEG, 422 for what is too large, too small or damaged */
    Painted paint(byte[] sent) {
        try {
            one.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.unavailable("module-away", 2));
        }
        try {
            return painted(sent);
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException damaged) {
            throw ProblemException.of(422, "picture-unreadable");
        } finally {
            one.release();
        }
    }

    private static Painted painted(byte[] sent) throws IOException {
        BufferedImage read = read(sent);
        boolean fits = read.getWidth() <= WIDEST && read.getHeight() <= HIGHEST;
        BufferedImage small =
                fits ? read : Thumbnails.of(read).size(WIDEST, HIGHEST).asBufferedImage();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(small, "png", new MemoryCacheImageOutputStream(png));
        return new Painted(small.getWidth(), small.getHeight(), png.toByteArray());
    }

    private static BufferedImage read(byte[] sent) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(sent))) {
            ImageReader reader = reader(in);
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > MOST_PIXELS || Math.max(width, height) > 20 * HIGHEST * 4) {
                    throw ProblemException.of(422, "picture-too-large", MOST_PIXELS / 1_000_000);
                }
                if (Math.min(width, height) < LEAST) {
                    throw ProblemException.of(422, "picture-too-small", LEAST);
                }
                int every = Math.max(1, Math.max(width / (2 * WIDEST), height / (2 * HIGHEST)));
                ImageReadParam sparse = reader.getDefaultReadParam();
                sparse.setSourceSubsampling(every, every, 0, 0);
                return reader.read(0, sparse);
            } finally {
                reader.dispose();
            }
        }
    }

    private static ImageReader reader(ImageInputStream in) {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            String format = format(reader);
            if (format.equals("png") || format.equals("jpeg")) {
                return reader;
            }
            reader.dispose();
        }
        throw ProblemException.of(415, "picture-type");
    }

    private static String format(ImageReader reader) {
        try {
            return reader.getFormatName().toLowerCase(Locale.ROOT);
        } catch (IOException unnamed) {
            return "";
        }
    }
}
