package org.ezhili.platform.modules.internal.rest;

import java.util.List;
import org.ezhili.platform.modules.internal.ModuleCatalogue.Listed;

/** A module and how it is. */
public record ModuleJson(
        String id, String version, TextJson title, boolean switchable, List<String> needs, HealthJson health) {

    /** Whether it can do its work. */
    public record HealthJson(boolean well, TextJson note) {}

    static ModuleJson of(Listed module) {
        return new ModuleJson(
                module.info().id(),
                module.info().version(),
                TextJson.of(module.info().title()),
                module.info().switchable(),
                module.info().needs().stream().sorted().toList(),
                new HealthJson(
                        module.health().well(), TextJson.of(module.health().note())));
    }
}
