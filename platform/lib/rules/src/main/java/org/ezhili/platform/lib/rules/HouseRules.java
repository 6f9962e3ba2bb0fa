package org.ezhili.platform.lib.rules;

import java.util.List;
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

/** All rules on built jars. */
public final class HouseRules {

    private static final List<JarRule> ALL = List.of(
            new NoRequireBundle(),
            new NoFragment(),
            new NoOptionalImport(),
            new NoDynamicImport(),
            new NoBlueprintNoSpring(),
            new NoNestedJar(),
            new NoSplitPackage(),
            new EveryExportHasAVersion(),
            new InternalIsNotExported(),
            new ProvidersExportNothing(),
            new ImportsComeFromContracts(),
            new OwnImportsHaveARange(),
            new ApisKnowOnlyThoseBelow(),
            new NamedAsItsArtifact(),
            new ClassesLiveUnderTheirName(),
            new ClassesStayInside(),
            new ScreensHaveNoClasses(),
            new UnitsCarryTheVersion(),
            new TextsAreInBothLanguages(),
            new JarsAreSmall());

    private HouseRules() {}

    public static List<JarRule> all() {
        return ALL;
    }

    /** Every rule over every jar. */
    public static List<Violation> violations(House house) {
        return house.jars().stream()
                .flatMap(jar -> ALL.stream().flatMap(rule -> rule.faults(jar, house).stream()
                        .map(fault -> new Violation(rule.name(), jar.fileName(), fault))))
                .toList();
    }
}
