package org.ezhili.platform.build.rules.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ezhili.planted.internal.rest.PointsResource;
import org.ezhili.platform.build.rules.Reactor;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.Kind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** {@code OSGI-INF/openapi.json} of each bundle has the routes of its resource classes, no fewer and no more; all are reached. */
class DescriptionsTellWhatIsAnsweredTest {

    @TestFactory
    Stream<DynamicTest> in_every_bundle() {
        List<Path> bundles = Reactor.here().jars().stream()
                .filter(jar -> BuiltJar.read(jar).kind() == Kind.PROVIDER
                        || BuiltJar.read(jar).kind() == Kind.PLATFORM)
                .toList();
        return bundles.stream()
                .map(jar -> DynamicTest.dynamicTest(BuiltJar.read(jar).symbolicName(), () -> {
                    String openapi =
                            BuiltJar.read(jar).text("OSGI-INF/openapi.json").orElse("{}");
                    assertThat(Routes.told(openapi)).isEqualTo(Routes.made(classes(jar)));
                    assertThat(Hidden.among(Routes.byClass(classes(jar)))).isEmpty();
                }));
    }

    @Test
    void a_planted_route_that_the_file_does_not_tell_of_is_found() throws Exception {
        Set<String> made = Routes.made(new ClassFileImporter().importClasses(PointsResource.class));

        assertThat(made).containsExactly("DELETE /v1/points/{id}", "GET /v1/points", "GET /v1/points/{id}/history");
        assertThat(Routes.told("""
            {"paths": {"/v1/points": {"get": {}}, "/v1/points/{id}": {"delete": {}}}}
            """)).isNotEqualTo(made).isSubsetOf(made);
    }

    @Test
    void a_planted_route_that_only_the_file_tells_of_is_found() throws Exception {
        Set<String> made = Routes.made(new ClassFileImporter().importClasses(PointsResource.class));

        assertThat(Routes.told("""
            {"paths": {"/v1/points": {"get": {}, "post": {}}}}
            """)).isNotEqualTo(made).contains("POST /v1/points");
    }

    @Test
    void a_planted_route_under_the_path_of_another_class_is_found() {
        assertThat(Hidden.among(Map.of(
                        "/v1", Set.of("POST /v1/points/{id}/gift", "GET /v1/rules"),
                        "/v1/points", Set.of("GET /v1/points", "GET /v1/points/{id}"),
                        "/v1/points/{id}/history", Set.of("GET /v1/points/{id}/history"))))
                .containsExactly("POST /v1/points/{id}/gift");
    }

    private static JavaClasses classes(Path jar) {
        return new ClassFileImporter().importLocations(List.of(Location.of(URI.create("jar:" + jar.toUri() + "!/"))));
    }
}
