package org.ezhili.grid.internal.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import org.ezhili.grid.internal.geometry.Boundary;

/** A GeoJSON geometry, written as it is kept. */
public record GeometryJson(@JsonValue @JsonRawValue String text) {

    static GeometryJson of(Boundary boundary) {
        return new GeometryJson(boundary.geoJson());
    }
}
