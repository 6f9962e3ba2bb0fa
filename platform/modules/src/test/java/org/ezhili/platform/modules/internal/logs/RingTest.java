package org.ezhili.platform.modules.internal.logs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RingTest {

    private final Ring ring = new Ring(3);

    @Test
    void the_newest_come_first_and_the_oldest_make_room() {
        LongStream.rangeClosed(1, 5).forEach(number -> ring.add(line(number)));
        assertThat(ring.newest(line -> true, Long.MAX_VALUE, 10))
                .extracting(LogLine::number)
                .containsExactly(5L, 4L, 3L);
        assertThat(ring.newest(line -> true, 5, 1)).extracting(LogLine::number).containsExactly(4L);
        assertThat(ring.newest(line -> line.number() == 3, Long.MAX_VALUE, 1)).hasSize(1);
        assertThat(ring.newest(line -> true, 1, 10)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "org.ezhili.matters.provider, matters",
        "org.ezhili.points.api, points",
        "org.ezhili.platform.security, security",
        "org.ezhili.platform.releases, releases",
        "org.ezhili.platform.gateway, platform",
        "org.ezhili.platform.lib.flyway, platform",
        "org.apache.cxf.cxf-core, ''",
        "org.ezhilix.other, ''",
        ", ''"
    })
    void a_line_belongs_to_the_module_that_its_bundle_is_named_after(String bundle, String module) {
        assertThat(ModuleLogs.module(bundle)).isEqualTo(module);
    }

    private static LogLine line(long number) {
        return new LogLine(number, Instant.EPOCH, "INFO", "org.ezhili.matters", "Matters", "text", "");
    }
}
