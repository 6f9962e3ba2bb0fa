package org.ezhili.platform.modules.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ezhili.platform.module.Module;
import org.ezhili.platform.module.ModuleInfo;
import org.junit.jupiter.api.Test;

class ModuleCatalogueTest {

    private final ModuleCatalogue catalogue = Sample.catalogue();

    @Test
    void the_modules_are_listed_once_each_and_the_platform_among_them() {
        assertThat(catalogue.infos())
                .extracting(ModuleInfo::id)
                .containsExactly("grid", "matters", "parking", "platform", "points");
        assertThat(catalogue.list())
                .hasSize(5)
                .allSatisfy(listed -> assertThat(listed.health().well()).isTrue());
    }

    @Test
    void the_newest_version_is_listed_until_another_one_is_live() {
        Module newer = Sample.module("matters", "1.10.0", true);
        Module old = Sample.module("matters", "1.9.0", true);
        catalogue.addModule(newer, Map.of());
        catalogue.addModule(old, Map.of());
        assertThat(version()).isEqualTo("1.10.0");
        catalogue.addModule(old, Map.of("ezhili.live", true));
        assertThat(version()).isEqualTo("1.9.0");
        catalogue.removeModule(old, Map.of("ezhili.live", true));
        assertThat(version()).isEqualTo("1.10.0");
        catalogue.removeModule(newer, Map.of());
        assertThat(version()).isEqualTo("1.9.0");
    }

    @Test
    void of_two_that_are_live_the_one_that_was_switched_to_last_is_listed_up_or_back() {
        Module newer = Sample.module("matters", "1.10.0", true);
        Module old = Sample.module("matters", "1.9.0", true);
        catalogue.addModule(newer, Map.of("ezhili.live", true, "service.ranking", 7));
        catalogue.addModule(old, Map.of("ezhili.live", true, "service.ranking", 8));
        assertThat(version()).isEqualTo("1.9.0");
        catalogue.addModule(newer, Map.of("ezhili.live", true, "service.ranking", 9));
        assertThat(version()).isEqualTo("1.10.0");
    }

    @Test
    void a_module_that_went_away_is_not_listed() {
        Module patrol = Sample.module("patrol", "1.0.0", true);
        catalogue.addModule(patrol, Map.of());
        catalogue.removeModule(patrol, Map.of());
        assertThat(catalogue.find("patrol")).isEmpty();
    }

    private String version() {
        return catalogue.find("matters").orElseThrow().version();
    }
}
