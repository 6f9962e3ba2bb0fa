package org.ezhili.platform.build.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.List;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.HouseRules;
import org.junit.jupiter.api.Test;

/** Holds every bundle that the reactor lists to every rule. */
class TheBuiltJarsKeepTheHouseRulesTest {

    private final Reactor reactor = Reactor.here();

    @Test
    void every_module_that_makes_a_bundle_has_made_it() {
        assertThat(reactor.rooms()).hasSizeGreaterThanOrEqualTo(14);
        assertThat(reactor.rooms()).allSatisfy(room -> assertThat(room.jar()).exists());
    }

    @Test
    void every_folder_is_named_as_its_bundle() {
        List<Reactor.Room> built = reactor.rooms().stream()
                .filter(room -> Files.exists(room.jar()))
                .toList();
        assertThat(built)
                .allSatisfy(room ->
                        assertThat(BuiltJar.read(room.jar()).symbolicName()).isEqualTo(room.artifact()));
    }

    @Test
    void no_built_jar_breaks_a_rule() {
        assertThat(HouseRules.violations(reactor.house())).isEmpty();
    }
}
