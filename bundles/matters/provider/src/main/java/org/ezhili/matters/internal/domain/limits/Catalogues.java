package org.ezhili.matters.internal.domain.limits;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every version of the catalogue: matters are filed under the current one and keep the one they were filed under. */
public final class Catalogues {

    private final Map<String, Catalogue> byVersion = new LinkedHashMap<>();
    private final Catalogue current;

    /** @param versions in the order of their publication; the last one is current */
    public Catalogues(List<Catalogue> versions) {
        versions.forEach(catalogue -> byVersion.put(catalogue.version(), catalogue));
        this.current = versions.get(versions.size() - 1);
    }

    public Catalogue current() {
        return current;
    }

    public Optional<Catalogue> of(String version) {
        return Optional.ofNullable(byVersion.get(version));
    }
}
