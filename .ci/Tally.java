import java.io.File;
import java.io.StringReader;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * Counts the tests that ran, by kind, from the JUnit XML reports under the folder named first. Further arguments are least
 * numbers, as {@code unit=100}: fewer is a failure. Ends with the line {@code N passed, N failed}.
 */
class Tally {

    /** Folder of reports → kind; what runs on a database is told apart from the rest of surefire's by its parameter. */
    private static final Map<String, String> FOLDERS = Map.of(
            "surefire-reports", "unit",
            "vitest-reports", "unit",
            "failsafe-reports", "container",
            "browser-reports", "browser");

    private final Map<String, int[]> counts = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();

    public static void main(String[] arguments) throws Exception {
        Tally tally = new Tally();
        tally.walk(Path.of(arguments[0]));
        System.exit(tally.tell(arguments) ? 0 : 1);
    }

    private void walk(Path house) throws Exception {
        List<Path> reports = new ArrayList<>();
        Files.walkFileTree(house, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                String name = folder.getFileName().toString();
                if (FOLDERS.containsKey(name)) {
                    reports.add(folder);
                }
                return name.equals("node_modules") || name.equals(".git") || name.equals("src")
                        ? FileVisitResult.SKIP_SUBTREE
                        : FileVisitResult.CONTINUE;
            }
        });
        for (Path folder : reports) {
            for (File file : folder.toFile().listFiles((at, name) -> name.endsWith(".xml") && !name.endsWith("-summary.xml"))) {
                read(file, FOLDERS.get(folder.getFileName().toString()));
            }
        }
    }

    private void read(File file, String kind) throws Exception {
        NodeList cases = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(legible(file))))
                .getElementsByTagName("testcase");
        for (int i = 0; i < cases.getLength(); i++) {
            Element test = (Element) cases.item(i);
            String name = test.getAttribute("name");
            int[] count = counts.computeIfAbsent(name.contains("TestDatabase") ? "store" : kind, any -> new int[3]);
            if (has(test, "failure") || has(test, "error")) {
                count[1]++;
                failures.add(test.getAttribute("classname") + " " + name);
            } else {
                count[has(test, "skipped") ? 2 : 0]++;
            }
        }
    }

    /** What a failed test says may have control characters in it, the colours of a terminal for one, which no XML may have. */
    private static String legible(File file) throws Exception {
        return Files.readString(file.toPath()).replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "");
    }

    private boolean tell(String[] arguments) {
        boolean enough = true;
        System.out.println();
        failures.forEach(failure -> System.out.println("  failed: " + failure));
        int[] sum = new int[3];
        for (Map.Entry<String, int[]> kind : counts.entrySet()) {
            int[] count = kind.getValue();
            System.out.printf("%-10s %5d passed, %d failed, %d skipped%n", kind.getKey(), count[0], count[1], count[2]);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += count[i];
            }
        }
        for (int i = 1; i < arguments.length; i++) {
            String[] least = arguments[i].split("=", 2);
            int passed = counts.getOrDefault(least[0], new int[3])[0];
            if (passed < Integer.parseInt(least[1])) {
                System.out.println("too few tests ran: " + least[0] + " has " + passed + ", at least " + least[1] + " are there");
                enough = false;
            }
        }
        System.out.println(sum[0] + " passed, " + sum[1] + " failed");
        return enough && sum[1] == 0 && sum[0] > 0;
    }

    private static boolean has(Element test, String child) {
        return test.getElementsByTagName(child).getLength() > 0;
    }
}
