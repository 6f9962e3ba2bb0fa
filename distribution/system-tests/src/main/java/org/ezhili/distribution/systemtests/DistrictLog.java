package org.ezhili.distribution.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The log of a district's node. */
public final class DistrictLog {

    /** A line of the log; before it is set up, Karaf writes two lines per message, as {@code java.util.logging} does. */
    private static final Pattern LINE = Pattern.compile(
            "^(\\d{4}-\\d\\d-\\d\\dT\\S+ \\| [A-Z]+ +\\| .*|[A-Z][a-z]{2} \\d+, \\d{4} [\\d:]+ [AP]M .*|[A-Z]+: .*)");

    private static final Pattern COMPLAINT =
            Pattern.compile("^(\\S+ \\| (WARN|ERROR|FATAL) +\\| .*|(WARNING|SEVERE): .*)");

    private final Path file;
    private final List<Excuse> excuses = new ArrayList<>();

    DistrictLog(Path file) {
        this.file = file;
    }

    /** Complaints of a logger whose line holds {@code text} are the result of a fault made on purpose. */
    private record Excuse(int from, int to, String text) {}

    /** How many lines there are now. */
    public int end() {
        return lines().size();
    }

    /**
     * From line {@code from} to now, complaints with one of {@code texts} in them, and the traces below them, are what a fault
     * that a test has made must lead to.
     */
    public void excuse(int from, String... texts) {
        for (String text : texts) {
            excuses.add(new Excuse(from, end(), text));
        }
    }

    /** Warnings, errors and stack traces that no test has asked for. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        List<String> lines = lines();
        boolean excused = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean starts = LINE.matcher(line).matches();
            if (starts) {
                excused = isExcused(i, line);
            }
            if (!excused && (!starts || COMPLAINT.matcher(line).matches())) {
                complaints.add(line);
            }
        }
        return complaints;
    }

    private boolean isExcused(int at, String line) {
        return excuses.stream()
                .anyMatch(excuse -> at >= excuse.from() && at < excuse.to() && line.contains(excuse.text()));
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
