package org.ezhili.platform.releases.internal.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ezhili.platform.releases.internal.archive.Crate.Jar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.osgi.framework.Version;

/** What arriving bundles may not do, and what they need. */
class BundlesTest extends Examined {

    @Test
    void a_bundle_that_requires_a_bundle_is_refused() {
        refused(of(jar -> jar.header("Require-Bundle", "org.ezhili.grid.provider")), "bundle-rule");
    }

    @Test
    void a_fragment_is_refused() {
        refused(of(jar -> jar.header("Fragment-Host", "org.ezhili.platform.security")), "bundle-rule");
    }

    @Test
    void a_dynamic_import_is_refused() {
        refused(of(jar -> jar.header("DynamicImport-Package", "*")), "bundle-rule");
    }

    @Test
    void an_optional_import_is_refused() {
        refused(of(jar -> jar.importing("org.slf4j;resolution:=optional")), "bundle-rule");
    }

    @Test
    void a_provider_that_exports_is_refused() {
        refused(of(jar -> jar.header("Export-Package", "org.ezhili.patrol;version=\"1.0.0\"")), "bundle-rule");
    }

    @Test
    void an_import_without_a_range_is_refused() {
        refused(of(jar -> jar.importing("org.ezhili.grid;version=\"1.0\"")), "bundle-rule");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.ezhili.grid.internal.store",
                "org.ezhili.platform.gateway",
                "org.ezhili.platform.security.internal",
                "org.osgi.framework",
                "org.apache.karaf.features",
                "org.apache.karaf.jaas.boot.principal",
                "javax.servlet.http",
                "sun.misc"
            })
    void an_import_from_under_the_floor_is_refused(String name) {
        refused(of(jar -> jar.importing(name + ";version=\"[1.0,2)\"")), "bundle-rule");
    }

    @Test
    void an_activator_is_refused() {
        refused(of(jar -> jar.header("Bundle-Activator", "org.ezhili.patrol.internal.Go")), "bundle-rule");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<component xmlns=\"http://www.osgi.org/xmlns/scr/v1.3.0\"><implementation class=\"x.Y\"/></component>",
                "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\" immediate = 'true'><service>"
                        + "<provide interface=\"x.Y\"/></service></scr:component>"
            })
    void a_component_that_starts_by_itself_is_refused(String xml) {
        refused(of(jar -> jar.entry("OSGI-INF/watch.xml", xml)), "bundle-rule");
    }

    @Test
    void a_component_that_waits_until_it_is_asked_for_passes() throws IOException {
        Crate crate = crate();
        crate.provider.entry(
                "OSGI-INF/watch.xml",
                "<scr:component xmlns:scr=\"http://www.osgi.org/xmlns/scr/v1.4.0\"><scr:service>"
                        + "<provide interface=\"x.Y\"/></scr:service></scr:component>");
        assertThat(examine(signed(crate)).content().hashes()).hasSize(3);
    }

    @Test
    void native_code_is_refused() {
        refused(of(jar -> jar.header("Bundle-NativeCode", "lib.so")), "bundle-rule");
    }

    @Test
    void a_blueprint_is_refused() {
        refused(of(jar -> jar.entry("OSGI-INF/blueprint/x.xml", "<blueprint/>")), "bundle-rule");
    }

    @Test
    void the_schema_or_the_screens_of_another_module_are_refused() {
        refused(of(jar -> jar.header("Ezhili-Schema", "points")), "bundle-rule");
        refused(of(jar -> jar.header("Ezhili-Web", "console")), "bundle-rule");
    }

    @Test
    void a_provider_of_another_module_is_refused() {
        Crate crate = crate();
        Map<String, byte[]> files = crate.packed();
        Crate other = crate();
        other.provider.entry("OSGI-INF/patrol.xml", Crate.component("points"));
        refused(signed(repacked(files, other.provider)), "passport-mismatch");
    }

    @Test
    void a_library_with_components_of_its_own_is_refused() {
        Jar library = new Jar("com.example.library", "1.0.0").header("Service-Component", "OSGI-INF/x.xml");
        refused(signed(crate().bundle(library, true)), "bundle-rule");
    }

    @Test
    void a_library_that_looks_into_the_house_is_refused() {
        Jar library = new Jar("com.example.library", "1.0.0").header("Import-Package", "org.ezhili.platform");
        refused(signed(crate().bundle(library, true)), "bundle-rule");
    }

    @Test
    void a_plain_library_passes() throws IOException {
        Jar library = new Jar("com.example.library", "1.0.0").header("Export-Package", "com.example;version=\"1.0.0\"");
        assertThat(examine(signed(crate().bundle(library, true))).content().hashes())
                .hasSize(4);
    }

    @Test
    void a_module_with_two_providers_is_refused() {
        Jar second = new Jar("org.ezhili.patrol.second", "1.1.0").entry("OSGI-INF/x.xml", Crate.component("patrol"));
        Map<String, byte[]> files = crate().bundle(new Jar("org.ezhili.patrol.second", "1.1.0"), true)
                .packed();
        refused(signed(repacked(files, second)), "passport-mismatch");
    }

    @Test
    void a_signer_of_one_module_brings_no_bundle_of_another() {
        keys.make("narrow").trust("narrow", "narrow@patrol");
        Jar foreign =
                new Jar("org.ezhili.grid.api", "1.9.0").header("Export-Package", "org.ezhili.grid;version=\"1.9.0\"");
        refused(keys.sign(crate().bundle(foreign, true).file(), "narrow"), "bundle-rule");
    }

    @Test
    void a_bundle_under_a_name_that_is_taken_is_refused() throws IOException {
        Jar guava = new Jar("com.example.library", "1.0.0");
        Path there = folder.resolve("system/org/ezhili/com.example.library/1.0.0/com.example.library-1.0.0.jar");
        Files.createDirectories(there.getParent());
        Files.write(there, guava.bytes());
        assertThat(examine(signed(crate().bundle(guava, true))).passport().id()).isEqualTo("patrol");
        refused(signed(crate().bundle(guava.entry("trap.txt", "x"), true)), "release-differs");
    }

    @Test
    void a_contract_that_was_built_anew_is_the_same_while_only_mavens_notes_differ() throws IOException {
        Crate released = crate();
        Path there = folder.resolve("system").resolve(Crate.place(released.api).substring("repository/".length()));
        Files.createDirectories(there.getParent());
        Files.write(
                there, released.api.entry("META-INF/maven/pom.xml", "for 1.0.0").bytes());
        Crate anew = crate();
        anew.api.entry("META-INF/maven/pom.xml", "for 1.1.0, which is longer");
        assertThat(examine(signed(anew)).passport().id()).isEqualTo("patrol");
        anew.api.entry("more.txt", "more");
        refused(signed(anew), "release-differs");
    }

    @Test
    void a_release_for_another_platform_is_refused() {
        district.platform = new Version(2, 0, 0);
        refused(signed(crate()), "platform-version");
    }

    @Test
    void a_release_for_contracts_that_are_not_here_is_refused() {
        district.exports.put("org.ezhili.platform.security", List.of(new Version(2, 0, 0)));
        refused(signed(crate()), "api-version");
        district.exports.remove("org.ezhili.platform.security");
        refused(signed(crate()), "api-version");
    }
}
