package org.ezhili.platform.security.internal.rest;

import java.util.List;
import java.util.stream.IntStream;
import org.ezhili.platform.security.Grant;

/** Reads the list of grants in a body. */
final class GrantsJson {

    private GrantsJson() {}

    static List<Grant> toDomain(List<GrantJson> grants) {
        return IntStream.range(0, grants.size())
                .mapToObj(number -> grants.get(number).toDomain("grants[" + number + "]"))
                .distinct()
                .toList();
    }
}
