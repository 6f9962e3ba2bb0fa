package org.ezhili.platform.build.rules.layers;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on layers finds the class that was planted for it, and leaves the others' alone. */
class APlantedBreachIsFoundTest {

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.ezhili.planted");

    /** Rule → the planted classes that break it. A domain that knows JPA also has JPA outside the store. */
    private static final Map<String, Set<String>> BREACHES = new TreeMap<>(Map.ofEntries(
            Map.entry("the domain knows no JPA", Set.of("KnowsJpa")),
            Map.entry("the domain knows no JAX-RS", Set.of("KnowsJaxRs")),
            Map.entry("the domain knows no OSGi", Set.of("KnowsOsgi")),
            Map.entry("the domain knows no JSON", Set.of("KnowsJson")),
            Map.entry("the domain knows no outer layer", Set.of("KnowsTheStore")),
            Map.entry("the domain is told the time", Set.of("LooksAtTheClock")),
            Map.entry("JPA lives in the store", Set.of("KnowsJpa", "KnowsTheDatabase")),
            Map.entry("JAX-RS lives in rest", Set.of("KnowsJaxRs", "AnswersRequests")),
            Map.entry("the store knows no rest", Set.of("KnowsRest")),
            Map.entry("contracts know no JSON", Set.of("Tells")),
            Map.entry("contracts know no OSGi service", Set.of("Starts")),
            Map.entry("nobody knows another's internal", Set.of("KnowsANeighbour")),
            Map.entry("nobody logs by java.util.logging", Set.of("LogsElsewhere")),
            Map.entry("nobody prints but shell commands", Set.of("Prints")),
            Map.entry("resource methods say who may call them", Set.of("OpenToWhom", "OpenAndNot")),
            Map.entry("entities are rows of the store", Set.of("Ledger")),
            Map.entry("names say what a class is", Set.of("PointsManager"))));

    static Set<String> names() {
        return Layers.rules().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void by_its_rule(String name) {
        Set<String> found = new TreeSet<>();
        for (JavaClass planted : PLANTED) {
            JavaClasses alone = PLANTED.that(only(planted));
            List<String> details = Layers.rules()
                    .get(name)
                    .allowEmptyShould(true)
                    .evaluate(alone)
                    .getFailureReport()
                    .getDetails();
            if (!details.isEmpty()) {
                found.add(planted.getSimpleName());
            }
        }
        assertThat(found).isEqualTo(BREACHES.get(name));
    }

    @Test
    void there_is_one_for_every_rule() {
        assertThat(BREACHES.keySet()).isEqualTo(names());
    }

    private static DescribedPredicate<JavaClass> only(JavaClass wanted) {
        return DescribedPredicate.describe("one class", wanted::equals);
    }
}
