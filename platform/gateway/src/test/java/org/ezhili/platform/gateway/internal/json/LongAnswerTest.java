package org.ezhili.platform.gateway.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.MultivaluedHashMap;
import org.junit.jupiter.api.Test;

class LongAnswerTest {

    private final MultivaluedHashMap<String, Object> headers = new MultivaluedHashMap<>();
    private final Sink sink = new Sink();

    /** Counts, and keeps the largest piece's length. */
    private static class Sink extends OutputStream {
        private long received;
        private int largest;

        @Override
        public void write(int single) {
            received++;
        }

        @Override
        public void write(byte[] bytes, int offset, int count) throws IOException {
            received += count;
            largest = Math.max(largest, count);
        }
    }

    private static List<String> texts(int count) {
        return new AbstractList<>() {
            @Override
            public String get(int index) {
                return "0123456789".repeat(100);
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    private void answer(Object answer, OutputStream out) throws IOException {
        new JsonBody()
                .writeTo(
                        answer,
                        Object.class,
                        Object.class,
                        new java.lang.annotation.Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        headers,
                        out);
    }

    @Test
    void a_short_answer_goes_out_in_one_piece_with_its_length() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer(Map.of("name", "相山区"), out);
        assertThat(out.toString(java.nio.charset.StandardCharsets.UTF_8)).isEqualTo("{\"name\":\"相山区\"}");
        assertThat(headers.getFirst("Content-Length")).isEqualTo(out.size());
    }

    @Test
    void a_long_one_goes_out_piece_by_piece_and_is_never_whole_in_memory() throws IOException {
        answer(texts(10_000), sink);
        assertThat(headers).doesNotContainKey("Content-Length");
        assertThat(sink.received).isGreaterThan(10_000_000);
        assertThat(sink.largest).isLessThanOrEqualTo(1 << 18);
    }

    @Test
    void one_without_an_end_is_cut_off() {
        assertThatThrownBy(() -> answer(texts(Integer.MAX_VALUE), sink)).hasMessageContaining("64 MiB");
        assertThat(sink.received).isLessThanOrEqualTo(64L << 20);
    }

    @Test
    void an_answer_that_cannot_be_written_is_no_half_answer() {
        Object broken = new Object() {
            @SuppressWarnings("unused")
            public String getName() {
                throw new IllegalStateException("no name");
            }
        };
        assertThatThrownBy(() -> answer(List.of("one", broken), sink)).hasMessageContaining("no name");
        assertThat(sink.received).isZero();
    }

    @Test
    void a_reader_who_leaves_is_no_accident() throws IOException {
        answer(texts(10_000), new Sink() {
            @Override
            public void write(byte[] bytes, int offset, int count) throws IOException {
                throw new IOException("Broken pipe");
            }
        });
    }
}
