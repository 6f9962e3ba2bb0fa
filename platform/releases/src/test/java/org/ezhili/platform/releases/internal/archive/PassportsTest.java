package org.ezhili.platform.releases.internal.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.ezhili.platform.releases.internal.archive.Crate.Jar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a release says of itself, held against what it is. */
class PassportsTest extends Examined {

    @Test
    void no_passport_no_entry() {
        refused(without(Passport.PLACE), "passport-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "null", "{\"id\":1}"})
    void what_is_no_passport_is_refused(String text) {
        refused(signed(with(crate().packed(), Passport.PLACE, text)), "passport-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"patrol\"→\"../patrol\"",
                "\"1.1.0\"→\"1.1\"",
                "\"1.1.0\"→\"latest\"",
                "[1.0.0,2.0.0)\"→[1.0.0,\"",
                "\"en\" : \"Patrol\"→\"fr\" : \"Patrol\"",
                "\"network\"→\"net\"",
                "\"permissions\" : [→\"permissions\" : [ 1,",
                "\"id\"→\"id\" : \"x\", \"id\""
            })
    void a_passport_with_a_mistake_is_refused(String change) {
        refused(signed(passport(change)), "passport-invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\" : \"patrol\"→\"id\" : \"points\"",
                "\"version\" : \"1.1.0\"→\"version\" : \"1.2.0\"",
                "[ \"patrol.walk\" ]→[ ]",
                "[ \"patrol.walk\" ]→[ \"patrol.walk\", \"patrol.run\" ]",
                "[ \"org.ezhili.platform.security.Accounts\" ]→[ ]",
                "[ \"org.ezhili.patrol.PatrolEnded\" ]→[ ]",
                "\"org.ezhili.platform.security\" : \"[1.0.0,2.0.0)\"→\"org.ezhili.platform.security\" : \"[1.0.0,3.0.0)\""
            })
    void a_passport_that_does_not_fit_the_content_is_refused(String change) {
        refused(signed(passport(change)), "passport-mismatch");
    }

    @Test
    void who_talks_to_the_outside_says_so() throws IOException {
        refused(
                signed(passportOf(
                        calling("\"network\":[\"hotline.example.cn:443\"]"), "[ \"hotline.example.cn:443\" ]→[ ]")),
                "passport-mismatch");
        assertThat(examine(signed(calling("\"network\":[\"hotline.example.cn:443\"]")))
                        .passport()
                        .network())
                .containsExactly("hotline.example.cn:443");
    }

    @Test
    void a_module_of_the_platform_does_not_arrive_like_this() {
        refused(signed(passport("\"id\" : \"patrol\"→\"id\" : \"security\"")), "release-core");
    }

    @Test
    void no_list_of_parts_no_entry() {
        refused(without(PartsList.PLACE), "sbom-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "{}", "{\"bomFormat\":\"SPDX\",\"components\":[]}"})
    void what_is_no_list_of_parts_is_refused(String text) {
        refused(signed(with(crate().packed(), PartsList.PLACE, text)), "sbom-invalid");
    }

    @Test
    void a_part_that_is_not_on_the_list_is_refused() {
        refused(
                signed(with(crate().packed(), PartsList.PLACE, "{\"bomFormat\":\"CycloneDX\",\"components\":[]}")),
                "sbom-mismatch");
    }

    @Test
    void a_part_with_another_hash_is_refused() {
        Map<String, byte[]> files = crate().packed();
        files.computeIfPresent(PartsList.PLACE, (name, text) -> new String(text, UTF_8)
                .replaceAll("\"content\" : \"..", "\"content\" : \"zz")
                .getBytes(UTF_8));
        refused(signed(files), "sbom-mismatch");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<bundle>http://example.com/x.jar</bundle>",
                "<bundle>file:/etc/passwd</bundle>",
                "<bundle>wrap:mvn:a/b/1</bundle>",
                "<bundle>mvn:a/b/LATEST</bundle>",
                "<bundle>mvn:http://example.com!a/b/1</bundle>",
                "<feature>scr</feature>",
                "<config name=\"org.ops4j.pax.url.mvn\">a=b</config>",
                "<configfile finalname=\"/etc/users.properties\">mvn:a/b/1</configfile>",
                "</feature><feature name=\"ezhili-more\" version=\"1\">",
                "</feature><repository>mvn:a/b/1/xml/features</repository><feature name=\"z\">"
            })
    void a_feature_that_does_more_is_refused(String more) {
        refused(signed(crate().feature(more)), "features-invalid");
    }

    @Test
    void a_bundle_that_no_feature_names_is_refused() {
        refused(signed(crate().bundle(new Jar("com.example.stowaway", "1.0.0"), false)), "features-invalid");
    }

    @Test
    void a_features_file_that_asks_for_the_outside_is_refused() {
        Crate crate = crate();
        String xml = "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:/etc/passwd\">]>"
                + crate.featuresXml().replace("name=\"p\"", "name=\"&e;\"");
        refused(signed(with(crate.packed(), crate.features(), xml)), "features-invalid");
    }
}
