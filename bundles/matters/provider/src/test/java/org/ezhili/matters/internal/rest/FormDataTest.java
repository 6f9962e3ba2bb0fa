package org.ezhili.matters.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.ezhili.platform.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormDataTest {

    private static final String TYPE = "multipart/form-data; boundary=----b1";

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String part(String content) {
        return "------b1\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n" + content + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"content", "", "a\r\n\r\nb", "\r\n", "--", "----b"})
    void the_file_comes_out_byte_for_byte(String content) {
        assertThat(FormData.onlyFile(TYPE, bytes(part(content) + "------b1--\r\n")))
                .isEqualTo(bytes(content));
    }

    @Test
    void a_quoted_boundary_and_further_parameters_are_understood() {
        assertThat(FormData.onlyFile(
                        "Multipart/Form-Data; Boundary=\"----b1\"; charset=utf-8", bytes(part("x") + "------b1--")))
                .isEqualTo(bytes("x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no parts",
                "------b1",
                "------b1--",
                "------b1\r\n\r\n",
                "------b1\r\n\r\nunfinished",
                "------b1\r\n\r\nx\r\n------b1",
                "------b1\r\n\r\nx\r\n------b1-"
            })
    void a_body_without_a_whole_part_is_refused(String body) {
        assertThatThrownBy(() -> FormData.onlyFile(TYPE, bytes(body))).isInstanceOf(ProblemException.class);
    }

    @Test
    void two_files_are_refused() {
        assertThatThrownBy(() -> FormData.onlyFile(TYPE, bytes(part("a") + part("b") + "------b1--")))
                .isInstanceOf(ProblemException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\""})
    void a_type_without_a_boundary_is_refused(String type) {
        assertThatThrownBy(() -> FormData.onlyFile(type, bytes(part("a")))).isInstanceOf(ProblemException.class);
    }

    @Test
    void other_types_are_no_form() {
        assertThat(FormData.is("image/jpeg")).isFalse();
        assertThat(FormData.is(null)).isFalse();
        assertThat(FormData.is(TYPE)).isTrue();
    }
}
