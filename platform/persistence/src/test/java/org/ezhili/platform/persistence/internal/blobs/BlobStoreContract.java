package org.ezhili.platform.persistence.internal.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.ezhili.platform.BlobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every blob store does. */
interface BlobStoreContract {

    BlobStore store();

    @Test
    default void what_was_put_is_got_byte_for_byte() throws IOException {
        for (int length : new int[] {0, 1, 4096, 3_000_000}) {
            byte[] content = new byte[length];
            new Random(length).nextBytes(content);
            store().put("photos/2026/" + length + ".jpg", content);
            assertThat(read("photos/2026/" + length + ".jpg")).isEqualTo(content);
        }
    }

    @Test
    default void a_second_put_replaces_the_first() throws IOException {
        store().put("releases/points-1.0.0.kar", text("first"));
        store().put("releases/points-1.0.0.kar", text("second, longer"));

        assertThat(read("releases/points-1.0.0.kar")).isEqualTo(text("second, longer"));
    }

    @Test
    default void what_is_not_there_is_not_found_and_its_deletion_does_nothing() throws IOException {
        assertThat(store().get("photos/none")).isEmpty();
        store().delete("photos/none");
        assertThat(store().get("photos/none")).isEmpty();
    }

    @Test
    default void what_was_deleted_is_gone() throws IOException {
        store().put("photos/a", text("a"));
        store().put("photos/ab", text("ab"));

        store().delete("photos/a");

        assertThat(store().get("photos/a")).isEmpty();
        assertThat(read("photos/ab")).isEqualTo(text("ab"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/etc/passwd",
                "../x",
                "a/../b",
                "a..b",
                "a//b",
                "a/",
                "A",
                "a b",
                "照片",
                "a?b",
                "a%2fb",
                "-a",
                "a\u0000"
            })
    default void what_is_no_name_of_a_blob_is_refused(String name) {
        assertThatThrownBy(() -> store().put(name, text("x"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().get(name)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().delete(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    default void whoever_reads_while_others_write_sees_one_of_them_whole() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        store().put("photos/contended", filled((byte) 0));
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                byte value = (byte) i;
                calls.add(() -> {
                    store().put("photos/contended", filled(value));
                    byte[] seen = read("photos/contended");
                    return seen.length == 20_000 && Arrays.equals(seen, filled(seen[0]));
                });
            }
            for (Future<Boolean> call : threads.invokeAll(calls)) {
                assertThat(call.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private byte[] read(String name) throws IOException {
        try (InputStream in = store().get(name).orElseThrow()) {
            return in.readAllBytes();
        }
    }

    private static byte[] filled(byte value) {
        byte[] content = new byte[20_000];
        Arrays.fill(content, value);
        return content;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
