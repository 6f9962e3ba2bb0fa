package org.ezhili.matters.internal.desk;

import java.util.List;
import java.util.Optional;
import org.ezhili.matters.internal.domain.Spot;

/** What somebody reports. */
public record Report(
        String category, String description, Optional<String> area, Optional<Spot> spot, List<Long> photos) {}
