package org.ezhili.matters.internal.photo;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;

/** Phones write how they were held beside the pixels; before that note is thrown away the pixels are turned. */
final class Orientations {

    private static final int UPRIGHT = 1;
    private static final int LAST = 8;

    private Orientations() {}

    static BufferedImage upright(BufferedImage image, PhotoFormat format, byte[] content) {
        int orientation = format == PhotoFormat.JPEG ? orientation(content) : UPRIGHT;
        return orientation <= UPRIGHT || orientation > LAST
                ? image
                : ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(orientation))
                        .apply(image);
    }

    private static int orientation(byte[] content) {
        try {
            Metadata metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(content), content.length);
            ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            return exif == null || !exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? UPRIGHT
                    : exif.getInt(ExifIFD0Directory.TAG_ORIENTATION);
        } catch (ImageProcessingException | MetadataException | IOException damaged) {
            return UPRIGHT;
        }
    }
}
