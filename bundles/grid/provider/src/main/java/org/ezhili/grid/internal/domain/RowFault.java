package org.ezhili.grid.internal.domain;

import java.util.List;

/**
 * Why one row of an import is refused.
 *
 * @param row line of the file where the row starts, counted from 1; of a GeoJSON file the number of the feature, from 1
 * @param field column or property at fault
 * @param code stable cause, with its text under {@code fault.<code>}
 * @param arguments fill the text
 */
public record RowFault(int row, String field, String code, List<Object> arguments) {

    public RowFault {
        arguments = List.copyOf(arguments);
    }

    public static RowFault of(int row, String field, String code, Object... arguments) {
        return new RowFault(row, field, code, List.of(arguments));
    }
}
