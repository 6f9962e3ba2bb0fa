package org.ezhili.matters.internal.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.ezhili.platform.ProblemException;
import org.junit.jupiter.api.Test;

class RoomTest {

    private final Room room = new Room(20, 10, Duration.ofMillis(10));

    private String inTheRest(long length) throws IOException {
        return room.take(11 << 20, () -> room.take(length, () -> "in"));
    }

    @Test
    void an_upload_that_finds_no_room_is_told_to_come_again() {
        for (long length : new long[] {10 << 20, 1L << 40, -1}) {
            assertThatThrownBy(() -> room.take(length, () -> inTheRest(1)))
                    .as("%s bytes", length)
                    .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                        assertThat(refusal.problem().status()).isEqualTo(503);
                        assertThat(refusal.problem().retryAfterSeconds()).isPositive();
                    });
        }
    }

    @Test
    void small_ones_go_in_beside_large_ones() throws IOException {
        assertThat(inTheRest(0)).isEqualTo("in");
        assertThat(inTheRest(9 << 20)).isEqualTo("in");
    }

    @Test
    void room_is_given_back_however_an_upload_ends() throws IOException {
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> room.take(-1, () -> {
                        throw new IOException("the sender left");
                    }))
                    .isInstanceOf(IOException.class);
        }
        assertThat(inTheRest(9 << 20)).isEqualTo("in");
    }
}
