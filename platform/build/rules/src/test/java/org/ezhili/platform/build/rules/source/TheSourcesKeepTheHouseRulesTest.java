package org.ezhili.platform.build.rules.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.ezhili.platform.build.rules.Reactor;
import org.ezhili.platform.lib.rules.Violation;
import org.junit.jupiter.api.Test;

/** Holds every source file of the reactor to the rules on sources; each rule is first tried on a planted fault. */
class TheSourcesKeepTheHouseRulesTest {

    private final Reactor reactor = Reactor.here();

    @Test
    void no_file_is_too_long() {
        List<Path> sources = reactor.sources(reactor.modules());
        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(sources.stream().flatMap(file -> FilesStayShort.faults(Reactor.read(file)).stream()
                        .map(fault -> violation("FilesStayShort", file, fault))))
                .isEmpty();
    }

    @Test
    void a_planted_line_too_many_is_found() {
        assertThat(FilesStayShort.faults("x\n".repeat(FilesStayShort.MOST))).isEmpty();
        assertThat(FilesStayShort.faults("x\n".repeat(FilesStayShort.MOST + 1)))
                .containsExactly("has 401 lines; over 400 it is two nouns");
    }

    @Test
    void every_problem_has_its_texts() throws IOException {
        for (Reactor.Room room : reactor.rooms()) {
            Set<String> keys = new HashSet<>(
                    texts(reactor.root().resolve("platform/gateway")).stringPropertyNames());
            keys.addAll(texts(room.folder()).stringPropertyNames());
            assertThat(reactor.sources(List.of(room.name())).stream()
                            .filter(file -> file.startsWith(room.folder().resolve("src/main")))
                            .flatMap(file -> ProblemsHaveTexts.faults(Reactor.read(file), keys).stream()
                                    .map(fault -> violation("ProblemsHaveTexts", file, fault))))
                    .isEmpty();
        }
    }

    @Test
    void a_planted_problem_without_a_text_is_found() {
        Set<String> keys = Set.of("problem.sold-out", "fault.size");
        assertThat(ProblemsHaveTexts.faults("""
                        throw ProblemException.of(409, "sold-out");
                        throw ProblemException.of(
                                409, "closed", session);
                        return Problem.unavailable("module-away", 2);
                        return Problem.unprocessable("outside-district", List.of());
                        throw ProblemException.field("rows[" + row + "].name", "not-blank");
                        faults.add(new Problem.Fault(path, "size", List.of()));
                        return new Problem(STATUS, "gone", List.of(), List.of(), 0);
                        """, keys))
                .extracting(fault -> fault.split("[ ,]")[2])
                .containsExactlyInAnyOrder(
                        "problem.closed",
                        "problem.module-away",
                        "problem.outside-district",
                        "problem.gone",
                        "fault.not-blank");
    }

    @Test
    void chinese_is_punctuated_as_chinese() throws IOException {
        int seen = 0;
        for (Reactor.Room room : reactor.rooms()) {
            Properties texts = texts(room.folder());
            seen += texts.size();
            assertThat(texts.stringPropertyNames().stream()
                            .flatMap(key -> ChineseIsPunctuatedAsChinese.faults(key, texts.getProperty(key)).stream()))
                    .as(room.name())
                    .isEmpty();
        }
        assertThat(seen).isGreaterThan(200);
    }

    @Test
    void a_planted_half_width_comma_is_found() {
        assertThat(ChineseIsPunctuatedAsChinese.faults("a", "不存在，或不在 A, B 内；{0}：{1,number}, {2}"))
                .isEmpty();
        for (String text : List.of("不存在,或不在", "应有 {0}个;实有", "失败:{0}", "{0},{1}")) {
            assertThat(ChineseIsPunctuatedAsChinese.faults("a", text)).hasSize(1);
        }
    }

    private Violation violation(String rule, Path file, String fault) {
        return new Violation(rule, reactor.root().relativize(file).toString(), fault);
    }

    private static Properties texts(Path module) throws IOException {
        Path file = module.resolve("src/main/resources/OSGI-INF/l10n/messages.properties");
        Properties texts = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                texts.load(reader);
            }
        }
        return texts;
    }
}
