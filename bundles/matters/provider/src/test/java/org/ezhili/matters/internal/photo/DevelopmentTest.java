package org.ezhili.matters.internal.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.ezhili.matters.internal.photo.Development.Picture;
import org.ezhili.platform.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevelopmentTest {

    private static final String SCRIPT = "<script>alert(1)</script>";

    private final Development development = new Development();

    private void refused(byte[] sent, int status, String code) {
        assertThatThrownBy(() -> development.develop(sent)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem().status()).isEqualTo(status);
            assertThat(refusal.problem().code()).isEqualTo(code);
        });
    }

    private static boolean contains(byte[] content, String text) {
        return new String(content, StandardCharsets.ISO_8859_1).contains(text);
    }

    @ParameterizedTest
    @CsvSource({"jpeg, 640, 480", "png, 640, 480", "jpeg, 1, 1", "png, 1, 1", "jpeg, 3, 900"})
    void a_photo_keeps_its_format_and_size(String format, int width, int height) throws IOException {
        Picture picture = development.develop(Pictures.picture(format, width, height));
        assertThat(picture.mediaType()).isEqualTo("image/" + format);
        assertThat(picture.width()).isEqualTo(width);
        assertThat(picture.height()).isEqualTo(height);
        BufferedImage kept = Pictures.read(picture.content());
        assertThat(kept.getWidth()).isEqualTo(width);
        assertThat(PhotoFormat.sniff(picture.content()).orElseThrow().mediaType())
                .isEqualTo(picture.mediaType());
        assertThat(PhotoFormat.sniff(picture.thumbnail())).contains(PhotoFormat.JPEG);
    }

    @Test
    void a_large_photo_is_made_smaller_and_its_thumbnail_small() throws IOException {
        Picture picture = development.develop(Pictures.picture("jpeg", 6000, 3000));
        assertThat(picture.width()).isEqualTo(2560);
        assertThat(picture.height()).isEqualTo(1280);
        BufferedImage thumbnail = Pictures.read(picture.thumbnail());
        assertThat(thumbnail.getWidth()).isEqualTo(320);
        assertThat(thumbnail.getHeight()).isEqualTo(160);
    }

    @Test
    void where_it_was_taken_and_by_whom_is_not_kept() throws IOException {
        byte[] sent = Pictures.withExif(Pictures.picture("jpeg", 64, 48), 1);
        assertThat(contains(sent, Pictures.SECRET)).isTrue();
        Picture picture = development.develop(sent);
        assertThat(contains(picture.content(), Pictures.SECRET)).isFalse();
        assertThat(contains(picture.content(), "Exif")).isFalse();
        assertThat(contains(picture.thumbnail(), "Exif")).isFalse();
    }

    @Test
    void a_photo_taken_sideways_stands_upright() throws IOException {
        Picture picture = development.develop(Pictures.withExif(Pictures.picture("jpeg", 64, 48), 6));
        assertThat(picture.width()).isEqualTo(48);
        assertThat(picture.height()).isEqualTo(64);
        int top = Pictures.read(picture.content()).getRGB(24, 8);
        assertThat(top >> 16 & 0xFF).as("what was left is on top now, and red").isGreaterThan(200);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 3, 4, 5, 7, 8, 9, 255})
    void whatever_the_orientation_says_there_is_a_picture(int orientation) throws IOException {
        assertThat(development
                        .develop(Pictures.withExif(Pictures.picture("jpeg", 64, 48), orientation))
                        .content())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {SCRIPT, "", "GIF89a", "<svg xmlns='http://www.w3.org/2000/svg'/>", "%PDF-1.7", "BM", "\u0089PN"})
    void what_is_no_photo_is_refused_whatever_it_calls_itself(String content) {
        refused(content.getBytes(StandardCharsets.ISO_8859_1), 415, "photo-type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void a_script_behind_the_first_bytes_of_a_photo_is_refused(String format) throws IOException {
        byte[] head = Arrays.copyOf(Pictures.picture(format, 4, 4), 8);
        refused(Pictures.joined(head, SCRIPT.getBytes(StandardCharsets.US_ASCII)), 422, "photo-unreadable");
        refused(head, 422, "photo-unreadable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png"})
    void a_script_behind_a_photo_is_left_behind(String format) throws IOException {
        byte[] sent = Pictures.joined(Pictures.picture(format, 40, 40), SCRIPT.getBytes(StandardCharsets.US_ASCII));
        assertThat(contains(development.develop(sent).content(), "script")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"50000, 50000", "2147483647, 2147483647", "50000001, 1", "33000000, 1", "1, 20001"})
    void a_bomb_is_known_by_its_header(int width, int height) throws IOException {
        refused(Pictures.claiming(width, height), 422, "photo-too-large");
    }

    @ParameterizedTest
    @CsvSource({"0, 10", "-1, 10", "9000, 5000"})
    void a_header_that_lies_is_refused(int width, int height) throws IOException {
        refused(Pictures.claiming(width, height), 422, "photo-unreadable");
    }

    @Test
    void half_a_photo_or_a_damaged_one_does_no_harm() throws IOException {
        Random random = new Random(1);
        for (String format : new String[] {"jpeg", "png"}) {
            byte[] whole = Pictures.picture(format, 120, 90);
            for (int round = 0; round < 150; round++) {
                byte[] damaged = Arrays.copyOf(whole, 20 + random.nextInt(whole.length - 20));
                for (int hit = 0; hit < 5; hit++) {
                    damaged[8 + random.nextInt(damaged.length - 8)] = (byte) random.nextInt();
                }
                try {
                    assertThat(development.develop(damaged).content()).isNotEmpty();
                } catch (ProblemException refusal) {
                    assertThat(refusal.problem().code()).isIn("photo-unreadable", "photo-too-large");
                }
            }
        }
    }
}
