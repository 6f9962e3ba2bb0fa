package org.ezhili.grid.internal.imports;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ezhili.grid.AreaKind;
import org.ezhili.grid.internal.domain.RowFault;
import org.ezhili.grid.internal.tree.Draft;
import org.ezhili.platform.AreaCode;
import org.ezhili.platform.AreaLevel;

/** Makes drafts of rows, as far as a row can be judged without the tree. For one file. */
final class RowReader {

    private final Predicate<AreaCode> allowed;
    private final Map<AreaCode, Integer> lines = new HashMap<>();

    RowReader(Predicate<AreaCode> allowed) {
        this.allowed = allowed;
    }

    /** What a row says: a draft or a fault. */
    sealed interface Reading {
        record Said(Draft draft) implements Reading {}

        record Wrong(RowFault fault) implements Reading {}
    }

    Reading read(AreaCsv.Row row) {
        Optional<AreaCode> code = AreaCode.parse(row.code());
        if (code.isEmpty()) {
            return wrong(row, "code", "area-code");
        }
        Integer before = lines.putIfAbsent(code.get(), row.line());
        if (before != null) {
            return wrong(row, "code", "code-twice", before);
        }
        AreaLevel level = code.get().level();
        if (!row.level().equals(level.name().toLowerCase(Locale.ROOT))) {
            return wrong(row, "level", "level-of-code", level.name().toLowerCase(Locale.ROOT));
        }
        if (!isParent(row.parent(), code.get())) {
            return wrong(
                    row,
                    "parent",
                    "parent-of-code",
                    code.get().parent().map(AreaCode::digits).orElse(""));
        }
        if (!allowed.test(code.get())) {
            return wrong(row, "code", "foreign-area");
        }
        Optional<AreaKind> kind = AreaKind.ofWord(row.kind());
        if (kind.isEmpty() && !row.kind().isEmpty()) {
            return wrong(row, "kind", "kind-unknown");
        }
        return new Reading.Said(new Draft(code.get(), row.name(), kind, Optional.empty()));
    }

    /** The national table gives a district the four digits of its city as parent. */
    private static boolean isParent(String parent, AreaCode code) {
        return code.parent()
                .map(above -> above.digits().equals(parent))
                .orElseGet(() -> parent.isEmpty() || parent.equals(code.digits().substring(0, 4)));
    }

    private static Reading wrong(AreaCsv.Row row, String field, String code, Object... arguments) {
        return new Reading.Wrong(RowFault.of(row.line(), field, code, arguments));
    }
}
