package org.ezhili.platform.build.rules;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.HouseRules;
import org.ezhili.platform.lib.rules.JarRule;
import org.ezhili.platform.lib.rules.Violation;
import org.ezhili.platform.lib.rules.jar.ApisKnowOnlyThoseBelow;
import org.ezhili.platform.lib.rules.jar.ClassesLiveUnderTheirName;
import org.ezhili.platform.lib.rules.jar.ClassesStayInside;
import org.ezhili.platform.lib.rules.jar.EveryExportHasAVersion;
import org.ezhili.platform.lib.rules.jar.ImportsComeFromContracts;
import org.ezhili.platform.lib.rules.jar.InternalIsNotExported;
import org.ezhili.platform.lib.rules.jar.JarsAreSmall;
import org.ezhili.platform.lib.rules.jar.NamedAsItsArtifact;
import org.ezhili.platform.lib.rules.jar.NoBlueprintNoSpring;
import org.ezhili.platform.lib.rules.jar.NoDynamicImport;
import org.ezhili.platform.lib.rules.jar.NoFragment;
import org.ezhili.platform.lib.rules.jar.NoNestedJar;
import org.ezhili.platform.lib.rules.jar.NoOptionalImport;
import org.ezhili.platform.lib.rules.jar.NoRequireBundle;
import org.ezhili.platform.lib.rules.jar.NoSplitPackage;
import org.ezhili.platform.lib.rules.jar.OwnImportsHaveARange;
import org.ezhili.platform.lib.rules.jar.ProvidersExportNothing;
import org.ezhili.platform.lib.rules.jar.ScreensHaveNoClasses;
import org.ezhili.platform.lib.rules.jar.TextsAreInBothLanguages;
import org.ezhili.platform.lib.rules.jar.UnitsCarryTheVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that can't find its own violation is no rule. */
class APlantedViolationIsFoundTest {

    private static final String CHINESE = "OSGI-INF/l10n/messages.properties";
    private static final String ENGLISH = "OSGI-INF/l10n/messages_en.properties";

    /** For each rule, jars in each of which it alone is broken. */
    private static final Map<Class<? extends JarRule>, List<Planted>> PLANTED = Map.ofEntries(
            entry(
                    NoRequireBundle.class,
                    List.of(provider().header("Require-Bundle", "org.ezhili.grid.provider;bundle-version=\"1\""))),
            entry(NoFragment.class, List.of(provider().header("Fragment-Host", "org.ezhili.grid.provider"))),
            entry(
                    NoOptionalImport.class,
                    List.of(
                            provider().header("Import-Package", "com.example;version=\"[1,2)\";resolution:=optional"),
                            provider()
                                    .header(
                                            "Require-Capability",
                                            "osgi.service;filter:=\"(objectClass=a,b)\";resolution:=\"optional\""))),
            entry(NoDynamicImport.class, List.of(provider().header("DynamicImport-Package", "*"), library())),
            entry(
                    NoBlueprintNoSpring.class,
                    List.of(
                            provider().file("OSGI-INF/blueprint/points.xml", "<blueprint/>"),
                            provider().file("META-INF/spring/points.xml", "<beans/>"),
                            provider().header("Bundle-Blueprint", "points.xml"),
                            provider().header("Import-Package", "org.osgi.service.blueprint;version=\"[1,2)\""),
                            provider().header("Import-Package", "org.springframework.context"))),
            entry(NoNestedJar.class, List.of(provider().file("lib/some-library.jar", "PK"))),
            entry(NoSplitPackage.class, List.of(api("org.ezhili.grid.spi").file("org/ezhili/grid/Area.class", ""))),
            entry(
                    EveryExportHasAVersion.class,
                    List.of(
                            api("org.ezhili.points.api").header("Export-Package", "org.ezhili.points"),
                            api("org.ezhili.points.api")
                                    .header("Export-Package", "org.ezhili.points;uses:=\"a,b\";version=\"0.0.0\""))),
            entry(
                    InternalIsNotExported.class,
                    List.of(provider().header("Export-Package", "org.ezhili.points.internal.store;version=\"1.0.0\""))),
            entry(
                    ProvidersExportNothing.class,
                    List.of(provider().header("Export-Package", "org.ezhili.points;version=\"1.0.0\""))),
            entry(
                    ImportsComeFromContracts.class,
                    List.of(
                            provider().header("Import-Package", "org.ezhili.grid.internal.store;version=\"[1.0,2)\""),
                            provider()
                                    .header(
                                            "Import-Package",
                                            "org.ezhili.platform.security.internal;version=\"[1,2)\""))),
            entry(
                    OwnImportsHaveARange.class,
                    List.of(
                            provider().header("Import-Package", "org.ezhili.grid"),
                            provider().header("Import-Package", "org.ezhili.grid;version=\"1.0\""))),
            entry(
                    ApisKnowOnlyThoseBelow.class,
                    List.of(
                            api("org.ezhili.platform.spi")
                                    .header("Import-Package", "org.ezhili.grid;version=\"[1,2)\""),
                            api("org.ezhili.points.api")
                                    .header("Import-Package", "org.ezhili.venues;version=\"[1,2)\""))),
            entry(
                    NamedAsItsArtifact.class,
                    List.of(
                            Planted.jar("org.ezhili.points.provider")
                                    .header("Bundle-SymbolicName", "org.ezhili.point.provider"),
                            Planted.jar("org.ezhili.points.provider").header("Bundle-SymbolicName", ""))),
            entry(
                    ClassesLiveUnderTheirName.class,
                    List.of(
                            provider().file("org/ezhili/rewards/internal/Rewards.class", ""),
                            provider().file("com/example/Copied.class", ""))),
            entry(ClassesStayInside.class, List.of(provider().file("org/ezhili/points/Ledger.class", ""))),
            entry(
                    ScreensHaveNoClasses.class,
                    List.of(Planted.jar("org.ezhili.points.ui").file("org/ezhili/points/ui/Page.class", ""))),
            entry(
                    UnitsCarryTheVersion.class,
                    List.of(
                            provider().file("META-INF/persistence.xml", unit("points")),
                            provider().file("META-INF/persistence.xml", unit("points-${project.version}")),
                            provider().file("META-INF/persistence.xml", unit("points-1.0.0") + unit("more")))),
            entry(
                    TextsAreInBothLanguages.class,
                    List.of(
                            provider().file(CHINESE, "problem.sold-out=售罄"),
                            provider().file(ENGLISH, "problem.sold-out=Sold out"),
                            texts("problem.sold-out=售罄", "problem.sold-out="),
                            texts("a=售罄", "b=Sold out"),
                            texts("a=还剩 {0} 个", "a={1} left"),
                            texts("a=售罄", "a=Gone\na=Sold out"))),
            entry(JarsAreSmall.class, List.of(provider().noise("OSGI-INF/data.bin", 1_500 * 1024))));

    @TempDir
    Path folder;

    static List<JarRule> rules() {
        return HouseRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void its_own_violation_is_found_by_each_rule_and_by_it_alone(JarRule rule) {
        List<Planted> wrong = PLANTED.getOrDefault(rule.getClass(), List.of());
        assertThat(wrong).as("planted violations of " + rule.name()).isNotEmpty();
        for (Planted planted : wrong) {
            List<BuiltJar> jars = new ArrayList<>(sound());
            jars.add(planted.in(folder));
            assertThat(HouseRules.violations(new House(jars)))
                    .isNotEmpty()
                    .extracting(Violation::rule)
                    .containsOnly(rule.name());
        }
    }

    @Test
    void a_sound_house_has_none() {
        assertThat(HouseRules.violations(new House(sound()))).isEmpty();
    }

    @Test
    void a_violation_says_where_and_what() {
        List<BuiltJar> jars =
                List.of(provider().header("DynamicImport-Package", "com.*").in(folder));

        assertThat(HouseRules.violations(new House(jars)))
                .singleElement()
                .hasToString(
                        "org.ezhili.points.provider-1.0.0.jar: imports com.* dynamically; import by name and version"
                                + " [NoDynamicImport]");
    }

    private List<BuiltJar> sound() {
        return List.of(
                Planted.jar("org.ezhili.grid.api")
                        .header("Export-Package", "org.ezhili.grid;version=\"1.0.0\"")
                        .header("Import-Package", "org.ezhili.platform;version=\"[1.0,2)\"")
                        .file("org/ezhili/grid/Area.class", "")
                        .in(folder),
                Planted.jar("org.ezhili.grid.provider")
                        .header("Import-Package", "org.ezhili.grid;version=\"[1.0,1.1)\",javax.persistence")
                        .file("org/ezhili/grid/internal/GridModule.class", "")
                        .file("META-INF/persistence.xml", unit("grid-1.0.0"))
                        .file(CHINESE, "a={0} 个网格")
                        .file(ENGLISH, "a={0} grids")
                        .in(folder),
                Planted.jar("org.ezhili.platform.persistence")
                        .header("Export-Package", "org.ezhili.platform.persistence;version=\"1.0.0\"")
                        .file("org/ezhili/platform/persistence/Database.class", "")
                        .file("org/ezhili/platform/persistence/internal/Pool.class", "")
                        .in(folder),
                Planted.jar("org.ezhili.platform.lib.flyway")
                        .header("Export-Package", "org.flywaydb.core.internal.configuration;version=\"11.0.0\"")
                        .header("Import-Package", "org.postgresql.copy;resolution:=optional")
                        .file("lib/flyway-core.jar", "PK")
                        .in(folder),
                Planted.jar("org.ezhili.grid.ui").file("web/desktop.js", "").in(folder));
    }

    private static Planted provider() {
        return Planted.jar("org.ezhili.points.provider")
                .file("org/ezhili/points/internal/domain/RedemptionPolicy.class", "");
    }

    private static Planted api(String artifact) {
        return Planted.jar(artifact);
    }

    private static Planted library() {
        return Planted.jar("org.ezhili.platform.lib.search").header("DynamicImport-Package", "*");
    }

    private static Planted texts(String chinese, String english) {
        return provider().file(CHINESE, chinese).file(ENGLISH, english);
    }

    private static String unit(String name) {
        return "<persistence-unit transaction-type=\"RESOURCE_LOCAL\" name=\"" + name + "\"/>";
    }
}
