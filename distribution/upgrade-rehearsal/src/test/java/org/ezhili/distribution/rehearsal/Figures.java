package org.ezhili.distribution.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What a long run has measured, put between its marks in {@code docs/performance.md}. */
final class Figures {

    private static final String START = "<!-- rehearsal:start -->";
    private static final String END = "<!-- rehearsal:end -->";

    private final List<String> lines = new ArrayList<>();

    void add(String what, String figure, String wanted) {
        lines.add("| " + what + " | " + figure + " | " + wanted + " |");
    }

    private static String shortened() {
        String minutes = System.getProperty("rehearsal.minutes", "");
        return minutes.isEmpty() ? "" : ", ended after " + minutes + " minutes of walks (`-Drehearsal.minutes`),";
    }

    void write() throws IOException {
        Path page = Path.of(System.getProperty("rehearsal.page"));
        String text = Files.readString(page);
        String table = START + "\n\n`./test rehearsal --long`" + shortened() + " on " + LocalDate.now() + ", "
                + Runtime.getRuntime().availableProcessors() + " cores, Java " + System.getProperty("java.version")
                + ", Derby:\n\n| what | figure | wanted |\n|---|---|---|\n" + String.join("\n", lines) + "\n" + END;
        int start = text.indexOf(START);
        int end = text.indexOf(END);
        String with = start < 0
                ? text + "\n" + table + "\n"
                : text.substring(0, start) + table + text.substring(end + END.length());
        Files.writeString(page, with);
    }
}
