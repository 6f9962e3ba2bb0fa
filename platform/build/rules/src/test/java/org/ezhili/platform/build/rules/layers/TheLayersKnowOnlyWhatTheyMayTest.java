package org.ezhili.platform.build.rules.layers;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.ezhili.platform.build.rules.Reactor;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.Kind;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the classes of every built bundle to the table of {@code docs/architecture.md}. */
class TheLayersKnowOnlyWhatTheyMayTest {

    private static JavaClasses house;

    @BeforeAll
    static void read_the_built_classes() {
        List<Location> jars = Reactor.here().jars().stream()
                .filter(jar -> BuiltJar.read(jar).kind() != Kind.LIBRARY)
                .map(jar -> Location.of(URI.create("jar:" + jar.toUri() + "!/")))
                .toList();
        house = new ClassFileImporter().importLocations(jars);
    }

    static Set<String> names() {
        return Layers.rules().keySet();
    }

    @Test
    void the_classes_are_really_there() {
        assertThat(house).hasSizeGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("names")
    void in_the_whole_house(String name) {
        assertThat(Layers.rules()
                        .get(name)
                        .allowEmptyShould(true)
                        .evaluate(house)
                        .getFailureReport()
                        .getDetails())
                .as(name)
                .isEmpty();
    }
}
