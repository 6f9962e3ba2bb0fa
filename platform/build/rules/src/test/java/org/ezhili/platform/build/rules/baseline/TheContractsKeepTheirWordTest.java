package org.ezhili.platform.build.rules.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.ezhili.platform.build.rules.Reactor;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.Kind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Compares each contract with what the last release promised. {@code keep-baseline} keeps a release's contracts here. */
class TheContractsKeepTheirWordTest {

    private final Reactor reactor = Reactor.here();

    @TestFactory
    Stream<DynamicTest> since_the_last_release() {
        return kept().map(before -> DynamicTest.dynamicTest(symbolicName(before), () -> {
            Path now = reactor.jars().stream()
                    .filter(jar -> symbolicName(jar).equals(symbolicName(before)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(symbolicName(before) + " was released and is gone"));
            assertThat(Break.between(before, now)).isEmpty();
        }));
    }

    @Test
    void a_contract_once_kept_is_kept_with_all_others() {
        List<String> kept =
                kept().map(TheContractsKeepTheirWordTest::symbolicName).toList();
        List<String> contracts = reactor.jars().stream()
                .map(BuiltJar::read)
                .filter(jar -> jar.kind() != Kind.LIBRARY && !jar.exports().isEmpty())
                .map(BuiltJar::symbolicName)
                .toList();
        assertThat(kept).isSubsetOf(contracts);
    }

    private static String symbolicName(Path jar) {
        return BuiltJar.read(jar).symbolicName();
    }

    private static Stream<Path> kept() {
        try (Stream<Path> files = Files.list(Path.of("baseline"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
