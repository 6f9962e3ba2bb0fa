package org.ezhili.grid;

import java.util.Optional;
import org.ezhili.platform.AreaCode;

/**
 * An area as it should be.
 *
 * @param boundary GeoJSON Polygon or MultiPolygon, WGS 84; empty leaves the boundary as it is
 */
public record AreaDraft(AreaCode code, String name, AreaKind kind, Optional<String> boundary) {}
