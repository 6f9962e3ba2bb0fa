package org.ezhili.matters.internal.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import org.ezhili.platform.Problem;
import org.ezhili.platform.ProblemException;

/**
 * Makes pictures of what was sent as photos. Only pixels pass: where it was taken, by which phone, and whatever else was
 * written into the file stay outside. A few at a time, so that a crowd of large photos does not use up the memory.
 */
public final class Development {

    private static final int LONGEST_SIDE = 2_560;
    private static final int THUMBNAIL_SIDE = 320;
    private static final int AT_ONCE = 2;
    private static final double QUALITY = 0.85;

    private final Semaphore room = new Semaphore(AT_ONCE, true);

    /**
     * What is kept of a photo.
     *
     * @param mediaType of the content; the thumbnail is always a JPEG
     */
    public record Picture(String mediaType, int width, int height, byte[] content, byte[] thumbnail) {}

    /** @throws ProblemException 415 for what is neither JPEG nor PNG, 422 for what is too large or damaged */
    public Picture develop(byte[] sent) {
        PhotoFormat format = PhotoFormat.sniff(sent).orElseThrow(() -> ProblemException.of(415, "photo-type"));
        try {
            room.acquire();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.unavailable("module-away", 2));
        }
        try {
            return picture(format, sent);
        } catch (IOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | NegativeArraySizeException damaged) {
            throw ProblemException.of(422, "photo-unreadable");
        } finally {
            room.release();
        }
    }

    private static Picture picture(PhotoFormat format, byte[] sent) throws IOException {
        BufferedImage upright = Orientations.upright(Decoding.decode(format, sent, LONGEST_SIDE), format, sent);
        BufferedImage kept = fitted(upright, LONGEST_SIDE);
        BufferedImage opaque = format == PhotoFormat.JPEG ? onWhite(kept) : kept;
        return new Picture(
                format.mediaType(),
                kept.getWidth(),
                kept.getHeight(),
                encoded(opaque, format),
                encoded(onWhite(fitted(kept, THUMBNAIL_SIDE)), PhotoFormat.JPEG));
    }

    private static BufferedImage fitted(BufferedImage image, int side) throws IOException {
        return Math.max(image.getWidth(), image.getHeight()) <= side
                ? image
                : Thumbnails.of(image).size(side, side).asBufferedImage();
    }

    private static BufferedImage onWhite(BufferedImage image) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }

    private static byte[] encoded(BufferedImage image, PhotoFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (format == PhotoFormat.PNG) {
            ImageIO.write(image, "png", new javax.imageio.stream.MemoryCacheImageOutputStream(out));
            return out.toByteArray();
        }
        Thumbnails.of(image).scale(1).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(out);
        return out.toByteArray();
    }
}
