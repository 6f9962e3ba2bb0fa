package org.ezhili.distribution.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The page of {@code docs} that holds the last table; what stands around the table is left alone. */
final class Page {

    static final String START = "<!-- bench:start -->";
    static final String END = "<!-- bench:end -->";

    private Page() {}

    static String table(List<Line> lines) {
        return lines.stream()
                .map(Line::markdown)
                .collect(Collectors.joining(
                        "\n",
                        "| what | ratio (of all slices) | wanted | met | in this run |\n|---|---|---|---|---|\n",
                        "\n"));
    }

    /** Puts {@code text} in the place of what was between the marks. */
    static void replace(Path page, String text) throws IOException {
        String before = Files.readString(page);
        int start = before.indexOf(START);
        int end = before.indexOf(END);
        if (start < 0 || end < start) {
            throw new IOException(page + " has no place for the table: " + START + " … " + END);
        }
        Files.writeString(page, before.substring(0, start + START.length()) + "\n" + text + before.substring(end));
    }
}
