package org.ezhili.distribution.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The logs of a district's nodes. */
public final class DistrictLog {

    /** A line of the log; before it is set up, Karaf writes two lines per message, as {@code java.util.logging} does. */
    private static final Pattern LINE = Pattern.compile(
            "^(\\d{4}-\\d\\d-\\d\\dT\\S+ \\| [A-Z]+ +\\| .*|[A-Z][a-z]{2} \\d+, \\d{4} [\\d:]+ [AP]M .*|[A-Z]+: .*)");

    private static final Pattern COMPLAINT =
            Pattern.compile("^(\\S+ \\| (WARN|ERROR|FATAL) +\\| .*|(WARNING|SEVERE): .*)");

    private final List<Path> files;
    private final List<List<Integer>> marks = new ArrayList<>();
    private final List<Excuse> excuses = new ArrayList<>();

    DistrictLog(List<Path> files) {
        this.files = files;
    }

    /** Complaints of a logger whose line holds {@code text} are the result of a fault made on purpose. */
    private record Excuse(List<Integer> from, List<Integer> to, String text) {}

    /** Marks where the logs end now. */
    public int end() {
        marks.add(ends());
        return marks.size() - 1;
    }

    private List<Integer> ends() {
        return files.stream().map(file -> lines(file).size()).toList();
    }

    /**
     * From mark {@code from} to now, complaints with one of {@code texts} in them, and the traces below them, are what a fault
     * that a test has made must lead to.
     */
    public void excuse(int from, String... texts) {
        for (String text : texts) {
            excuses.add(new Excuse(marks.get(from), ends(), text));
        }
    }

    /** All lines, of one node after the other. */
    public List<String> lines() {
        return files.stream().flatMap(file -> lines(file).stream()).toList();
    }

    /** Warnings, errors and stack traces that no test has asked for. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            complaints.addAll(complaints(file));
        }
        return complaints;
    }

    private List<String> complaints(int file) {
        List<String> complaints = new ArrayList<>();
        List<String> lines = lines(files.get(file));
        boolean excused = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean starts = LINE.matcher(line).matches();
            if (starts) {
                excused = isExcused(file, i, line);
            }
            if (!excused && (!starts || COMPLAINT.matcher(line).matches())) {
                complaints.add(line);
            }
        }
        return complaints;
    }

    private boolean isExcused(int file, int at, String line) {
        return excuses.stream()
                .anyMatch(excuse ->
                        at >= excuse.from().get(file) && at < excuse.to().get(file) && line.contains(excuse.text()));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
