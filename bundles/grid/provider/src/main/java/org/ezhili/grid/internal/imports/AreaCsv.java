package org.ezhili.grid.internal.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ezhili.platform.ProblemException;

/**
 * Reads the file of an area import: CSV (RFC 4180) in UTF-8, with or without byte order mark, whatever the line ends; a first
 * line that names the columns {@code code,name,level,parent} in any order, and {@code kind} if the file has it.
 */
final class AreaCsv {

    static final int MOST_BYTES = 10_000_000;
    static final int MOST_ROWS = 50_000;
    private static final int LONGEST_FIELD = 4_000;
    private static final List<String> MANDATORY = List.of("code", "name", "level", "parent");
    private static final Set<String> KNOWN = Set.of("code", "name", "level", "parent", "kind");

    private AreaCsv() {}

    /**
     * One row.
     *
     * @param line of the file where it starts, from 1
     */
    record Row(int line, String code, String name, String level, String parent, String kind) {}

    static List<Row> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw ProblemException.of(413, "import-too-large", MOST_BYTES / 1_000_000);
        }
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .allowMissingFields(true)
                .allowExtraFields(true)
                .skipEmptyLines(true)
                .ofCsvRecord(text(file))) {
            Columns columns = null;
            for (CsvRecord line : reader) {
                if (line.getFields().stream().anyMatch(field -> field.length() > LONGEST_FIELD)) {
                    throw unreadable("csv-form");
                }
                if (columns == null) {
                    columns = Columns.of(line.getFields());
                } else if (rows.size() == MOST_ROWS) {
                    throw ProblemException.of(413, "import-too-long", MOST_ROWS);
                } else {
                    rows.add(columns.row(line));
                }
            }
            if (columns == null) {
                throw unreadable("file-empty");
            }
        } catch (CsvParseException notCsv) {
            throw unreadable("csv-form");
        } catch (java.io.IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return rows;
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException notUtf8) {
            throw unreadable("not-utf-8");
        }
    }

    private static ProblemException unreadable(String code, Object... arguments) {
        return ProblemException.field("file", code, arguments);
    }

    /** Which column stands where. */
    private record Columns(Map<String, Integer> places, int width) {

        static Columns of(List<String> names) {
            Map<String, Integer> places = new HashMap<>();
            for (int i = 0; i < names.size(); i++) {
                String name = names.get(i).strip();
                if (!KNOWN.contains(name)) {
                    throw unreadable("column-unknown", name.length() > 30 ? name.substring(0, 30) + "…" : name);
                }
                if (places.put(name, i) != null) {
                    throw unreadable("column-twice", name);
                }
            }
            for (String name : MANDATORY) {
                if (!places.containsKey(name)) {
                    throw unreadable("column-missing", name);
                }
            }
            return new Columns(places, names.size());
        }

        Row row(CsvRecord line) {
            int number = Math.toIntExact(line.getStartingLineNumber());
            if (line.getFieldCount() != width) {
                throw unreadable("row-width", number, width, line.getFieldCount());
            }
            return new Row(
                    number,
                    field(line, "code"),
                    field(line, "name"),
                    field(line, "level"),
                    field(line, "parent"),
                    field(line, "kind"));
        }

        private String field(CsvRecord line, String column) {
            Integer place = places.get(column);
            return place == null ? "" : line.getField(place).strip();
        }
    }
}
