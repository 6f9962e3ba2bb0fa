package org.ezhili.grid.internal.rest;

import java.util.List;
import org.ezhili.grid.internal.geometry.Boundary;
import org.ezhili.grid.internal.tree.TreeArea;
import org.jspecify.annotations.Nullable;

/**
 * A GeoJSON FeatureCollection of areas.
 *
 * @param next cursor of the following features; null when these are all
 */
public record FeaturesJson(
        String type, List<FeatureJson> features, @Nullable String next) {

    /** One area as a feature. */
    public record FeatureJson(String type, String id, PropertiesJson properties, GeometryJson geometry) {

        static FeatureJson of(TreeArea area, Boundary boundary) {
            return new FeatureJson(
                    "Feature",
                    area.code().digits(),
                    new PropertiesJson(
                            area.code().digits(),
                            area.area().name(),
                            area.area().kind().word(),
                            AreaJson.levelWord(area.code()),
                            Math.round(boundary.squareMetres())),
                    GeometryJson.of(boundary));
        }
    }

    public record PropertiesJson(String code, String name, String kind, String level, long squareMetres) {}
}
