package org.ezhili.matters.internal.domain.limits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ezhili.platform.LocalText;

/** One version of the catalogue of categories. Immutable. */
public final class Catalogue {

    private static final int COLUMNS = 7;

    private final String version;
    private final Map<String, Category> byCode = new LinkedHashMap<>();

    private Catalogue(String version) {
        this.version = version;
    }

    /**
     * Reads a catalogue from lines of {@code code,parent,priority,amount,unit,zh,en}; lines that begin with {@code #} are
     * remarks.
     *
     * @throws IllegalArgumentException naming the line that does not fit
     */
    public static Catalogue of(String version, List<String> lines) {
        Catalogue catalogue = new Catalogue(version);
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                catalogue.add(line);
            }
        }
        return catalogue;
    }

    public String version() {
        return version;
    }

    /** All lines, majors before their own. */
    public List<Category> all() {
        return List.copyOf(byCode.values());
    }

    public Optional<Category> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The time limit of a category that matters can be filed under; empty for a major and for a code that is not there. */
    public Optional<Limit> limitOf(String code) {
        return find(code).flatMap(Category::limit);
    }

    private void add(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != COLUMNS || byCode.containsKey(cells[0]) || cells[5].isBlank() || cells[6].isBlank()) {
            throw new IllegalArgumentException("catalogue " + version + ": " + line);
        }
        Optional<String> parent = Optional.of(cells[1]).filter(code -> !code.isEmpty());
        if (parent.isPresent() && (!byCode.containsKey(cells[1]) || cells[3].isEmpty())) {
            throw new IllegalArgumentException("catalogue " + version + ", no major or no limit: " + line);
        }
        Optional<Limit> limit = parent.map(major -> new Limit(Integer.parseInt(cells[3]), LimitUnit.ofWord(cells[4])));
        byCode.put(
                cells[0],
                new Category(cells[0], parent, LocalText.of(cells[5], cells[6]), Integer.parseInt(cells[2]), limit));
    }
}
