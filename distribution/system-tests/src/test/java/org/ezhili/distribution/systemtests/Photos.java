package org.ezhili.distribution.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ezhili.distribution.systemtests.InDistrict.granted;
import static org.ezhili.distribution.systemtests.InDistrict.refused;
import static org.ezhili.distribution.systemtests.Person.COMMUNITY;
import static org.ezhili.distribution.systemtests.Person.RESIDENT;
import static org.ezhili.distribution.systemtests.Person.STREET_WEST;
import static org.ezhili.distribution.systemtests.Person.WORKER;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Photos: taken in, looked at, and what is no photo. */
interface Photos extends InDistrict {

    long GIGABYTE = 1L << 30;

    @Test
    default void a_photo_comes_with_a_report_and_is_seen_by_those_who_see_the_matter() throws IOException {
        String photo = upload(RESIDENT, "image/jpeg", picture("jpg", 800, 600));
        Matter matter = Matter.of(as(RESIDENT)
                .post(
                        MATTERS + "/matters",
                        Json.of("category", CATEGORY, "description", "有照片", "area", GRID, "photos", List.of(photo))));

        assertThat(matter.json().path("photos").get(0).asText()).isEqualTo(photo);
        Answer shown = granted(as(COMMUNITY).get(MATTERS + "/photos/" + photo), 200);
        assertThat(shown.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(ImageIO.read(new ByteArrayInputStream(shown.body())).getWidth())
                .isEqualTo(800);
        Answer small = granted(as(COMMUNITY).get(MATTERS + "/photos/" + photo + "/thumbnail"), 200);
        assertThat(ImageIO.read(new ByteArrayInputStream(small.body())).getWidth())
                .isLessThan(800);
        refused(as(STREET_WEST).get(MATTERS + "/photos/" + photo), 404, "not-found");
        refused(as(STREET_WEST).get(MATTERS + "/photos/" + photo + "/thumbnail"), 404, "not-found");
    }

    @Test
    default void a_photo_that_belongs_to_no_matter_yet_is_its_uploaders_alone() {
        String photo = upload(RESIDENT, "image/png", picture("png", 60, 40));

        granted(as(RESIDENT).get(MATTERS + "/photos/" + photo), 200);
        refused(as(COMMUNITY).get(MATTERS + "/photos/" + photo), 404, "not-found");
    }

    @Test
    default void a_photo_is_not_used_by_somebody_who_did_not_upload_it() {
        String photo = upload(RESIDENT, "image/png", picture("png", 60, 40));

        Answer stolen = as(WORKER)
                .post(
                        MATTERS + "/matters",
                        Json.of("category", CATEGORY, "description", "x", "area", GRID, "photos", List.of(photo)));

        assertThat(stolen.status()).as(stolen.toString()).isEqualTo(422);
    }

    @Test
    default void what_a_camera_writes_beside_the_picture_is_not_kept() {
        byte[] picture = picture("jpg", 200, 100);
        byte[] secret = "Exif\0\0GPS-SECRET-PLACE".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream tagged = new ByteArrayOutputStream();
        tagged.write(picture, 0, 2);
        tagged.writeBytes(new byte[] {(byte) 0xff, (byte) 0xe1, 0, (byte) (secret.length + 2)});
        tagged.writeBytes(secret);
        tagged.write(picture, 2, picture.length - 2);

        String photo = upload(RESIDENT, "image/jpeg", tagged.toByteArray());

        byte[] kept = as(RESIDENT).get(MATTERS + "/photos/" + photo).body();
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("GPS-SECRET-PLACE");
    }

    @Test
    default void a_browsers_form_with_one_file_is_a_photo_too() {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.writeBytes("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.png\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII));
        form.writeBytes(picture("png", 20, 20));
        form.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));

        upload(RESIDENT, "multipart/form-data; boundary=b", form.toByteArray());
    }

    @Test
    default void a_script_is_no_photo_whatever_it_calls_itself() {
        for (String script : List.of("<script>alert(1)</script>", "<svg onload=alert(1)>", "#!/bin/sh\nrm -rf /", "")) {
            Answer answer = send("image/jpeg", script.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.status()).as(script + " " + answer).isIn(400, 415);
        }
        refused(send("text/html", "<script>".getBytes(StandardCharsets.UTF_8)), 415, "media-type");
    }

    @Test
    default void half_a_photo_is_no_photo() {
        byte[] whole = picture("png", 300, 300);

        Answer answer = send("image/png", Arrays.copyOf(whole, 60));

        assertThat(answer.status()).as(answer.toString()).isEqualTo(422);
    }

    @Test
    default void a_picture_of_billions_of_points_in_few_bytes_is_refused_before_it_is_unpacked() {
        byte[] bomb = picture("png", 10, 10);
        System.arraycopy(new byte[] {0, 1, (byte) 0x86, (byte) 0xa0, 0, 1, (byte) 0x86, (byte) 0xa0}, 0, bomb, 16, 8);

        assertThat(send("image/png", bomb).status()).isEqualTo(422);
    }

    @Test
    default void a_gigabyte_is_refused_without_being_read() {
        Answer answer = as(RESIDENT)
                .with("Content-Type", "image/jpeg")
                .send("POST", MATTERS + "/photos", BodyPublishers.fromPublisher(zeros(), GIGABYTE));

        refused(answer, 413, "body-too-large");
    }

    @Test
    default void a_gigabyte_of_untold_length_is_refused_too() {
        Answer answer = as(RESIDENT).with("Content-Type", "image/jpeg").send("POST", MATTERS + "/photos", zeros());

        assertThat(answer.status()).as(answer.toString()).isEqualTo(413);
    }

    private static java.net.http.HttpRequest.BodyPublisher zeros() {
        return BodyPublishers.ofInputStream(() -> new Zeros(GIGABYTE));
    }

    private Answer send(String type, byte[] body) {
        return as(RESIDENT).post(MATTERS + "/photos", type, body);
    }

    private String upload(Person person, String type, byte[] body) {
        return granted(as(person).post(MATTERS + "/photos", type, body), 201).text("id");
    }

    static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            image.setRGB(x, x * (height - 1) / width, Color.ORANGE.getRGB());
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
