package org.ezhili.platform.gateway.internal.access;

import java.util.Set;
import java.util.stream.Stream;
import org.ezhili.platform.AreaCode;

/** The areas that a request names in the parameters that all modules use for them. */
final class PlacesAsked {

    private static final Set<String> NAMES = Set.of("area", "street", "within", "parent");

    private PlacesAsked() {}

    /** Of a query as it was sent: digits need no decoding, and what is written another way is nobody's code. */
    static Stream<AreaCode> of(String query) {
        return Stream.of(query.split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2 && NAMES.contains(pair[0]))
                .flatMap(pair -> AreaCode.parse(pair[1]).stream());
    }
}
