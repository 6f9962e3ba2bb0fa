package org.ezhili.grid.internal.domain;

import java.util.Optional;
import org.ezhili.grid.AreaKind;
import org.ezhili.platform.AreaLevel;

/** What holds for every area: which kinds a level has and how a name looks. */
public final class AreaPolicy {

    public static final int LONGEST_NAME = 100;

    private AreaPolicy() {}

    /** Whether an area of this level can be of this kind. */
    public static boolean fits(AreaLevel level, AreaKind kind) {
        return switch (level) {
            case DISTRICT, STREET, COMMUNITY -> kind == AreaKind.DIVISION;
            case GRID -> kind == AreaKind.RESIDENTIAL || kind == AreaKind.DEDICATED || kind == AreaKind.MICRO;
            case BUILDING, ENTRANCE, HOUSEHOLD -> kind == AreaKind.BUILDING;
        };
    }

    /** The kind of an area of this level of which nobody said the kind. */
    public static AreaKind usualKind(AreaLevel level) {
        return switch (level) {
            case DISTRICT, STREET, COMMUNITY -> AreaKind.DIVISION;
            case GRID -> AreaKind.RESIDENTIAL;
            case BUILDING, ENTRANCE, HOUSEHOLD -> AreaKind.BUILDING;
        };
    }

    /** The fault of a name, as a code; empty when it can be one. */
    public static Optional<String> nameFault(String name) {
        if (name.isBlank()) {
            return Optional.of("not-blank");
        }
        if (name.length() > LONGEST_NAME) {
            return Optional.of("name-long");
        }
        boolean hidden = name.codePoints().anyMatch(AreaPolicy::isHidden);
        return hidden || !name.equals(name.strip()) ? Optional.of("name-characters") : Optional.empty();
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> point == 0xFFFD;
        };
    }
}
