package org.ezhili.platform.releases.internal.archive;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.Clause;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.HouseRules;
import org.ezhili.platform.lib.rules.JarRule;
import org.ezhili.platform.lib.rules.jar.EveryExportHasAVersion;
import org.ezhili.platform.lib.rules.jar.JarsAreSmall;
import org.ezhili.platform.lib.rules.jar.NoBlueprintNoSpring;
import org.ezhili.platform.lib.rules.jar.NoDynamicImport;
import org.ezhili.platform.lib.rules.jar.NoFragment;
import org.ezhili.platform.lib.rules.jar.NoRequireBundle;

/** Holds the bundles of a release to the house rules, and to what only an arriving bundle could try. */
final class Gate {

    private static final String PLATFORM = "org.ezhili.platform.";
    /** Libraries that the house wraps; a release that uses one brings it along. */
    private static final String LIBRARIES = "org.ezhili.platform.lib.";

    private static final Set<String> CONTRACTS = Set.of(
            "org.ezhili.platform",
            "org.ezhili.platform.module",
            "org.ezhili.platform.security",
            "org.ezhili.platform.persistence");
    /** What would let a module reach under the platform's floor. */
    private static final Pattern UNDER_THE_FLOOR = Pattern.compile(
            "(org\\.osgi\\.|org\\.apache\\.felix\\.|org\\.apache\\.karaf\\.(?!shell\\.(api|support)\\.)|org\\.apache\\.cxf\\."
                    + "|org\\.apache\\.aries\\.|org\\.ops4j\\.|org\\.eclipse\\.jetty\\.|javax\\.servlet|javax\\.management"
                    + "|java\\.lang\\.instrument|java\\.rmi|sun\\.|com\\.sun\\.|jdk\\.).*");

    private static final List<JarRule> FOR_OWN = HouseRules.all().stream()
            .filter(rule -> !(rule instanceof JarsAreSmall))
            .toList();
    private static final List<JarRule> FOR_LIBRARIES = List.of(
            new NoRequireBundle(),
            new NoFragment(),
            new NoDynamicImport(),
            new NoBlueprintNoSpring(),
            new EveryExportHasAVersion());
    private static final List<String> MARKS_OF_A_MODULE =
            List.of("Service-Component", "Karaf-Commands", "Meta-Persistence", "Ezhili-Schema", "Ezhili-Web");

    private static final String COMPONENTS = "http://www.osgi.org/xmlns/scr/";
    private static final Pattern IMMEDIATE = Pattern.compile("\\bimmediate\\s*=\\s*[\"']true[\"']");
    private static final Pattern ASKED_FOR = Pattern.compile("<(\\w+:)?service\\b|\\bfactory\\s*=");
    /** A district that has it must be able to go back to it. */
    private static final Set<String> OLDER_THAN_THIS_RULE = Set.of("org.ezhili.grid.provider-1.0.0.jar");

    private final String module;

    Gate(String module) {
        this.module = module;
    }

    void own(BuiltJar jar, House release) {
        keep(jar, release, FOR_OWN);
        jar.entries().stream()
                .filter(entry -> entry.endsWith(".xml") && !OLDER_THAN_THIS_RULE.contains(jar.fileName()))
                .filter(entry -> jar.text(entry).filter(Gate::startsByItself).isPresent())
                .findFirst()
                .ifPresent(entry -> refuse(
                        jar, "has a component that starts by itself: " + entry + "; only the module begins anything"));
        jar.imports().stream()
                .map(Clause::name)
                .filter(Gate::isForbidden)
                .findFirst()
                .ifPresent(name -> refuse(jar, "imports " + name + ", which is not for modules"));
        for (String header : List.of("Ezhili-Schema", "Ezhili-Web")) {
            jar.header(header)
                    .filter(value -> !value.strip().equals(module))
                    .ifPresent(value -> refuse(jar, "has " + header + ": " + value + ", which is another module's"));
        }
    }

    void library(BuiltJar jar, House release) {
        keep(jar, release, FOR_LIBRARIES);
        jar.imports().stream()
                .map(Clause::name)
                .filter(name -> name.startsWith("org.ezhili.") && !name.startsWith(LIBRARIES))
                .findFirst()
                .ifPresent(name -> refuse(jar, "is a library and imports " + name));
        MARKS_OF_A_MODULE.stream()
                .filter(header -> jar.header(header).isPresent())
                .findFirst()
                .ifPresent(header -> refuse(jar, "is a library and has " + header));
    }

    private static void keep(BuiltJar jar, House release, List<JarRule> rules) {
        for (JarRule rule : rules) {
            rule.faults(jar, release).stream().findFirst().ifPresent(fault -> refuse(jar, fault));
        }
        jar.header("Bundle-Activator").ifPresent(value -> refuse(jar, "has an activator: " + value));
        jar.header("Bundle-NativeCode").ifPresent(value -> refuse(jar, "brings native code"));
    }

    /** It would run in the thread that starts its bundle; nobody could go on without it. */
    private static boolean startsByItself(String xml) {
        return xml.contains(COMPONENTS)
                && (IMMEDIATE.matcher(xml).find() || !ASKED_FOR.matcher(xml).find());
    }

    private static boolean isForbidden(String name) {
        boolean isPlatform = name.equals("org.ezhili.platform") || name.startsWith(PLATFORM);
        return (isPlatform && !CONTRACTS.contains(name) && !name.startsWith(LIBRARIES))
                || UNDER_THE_FLOOR.matcher(name).matches();
    }

    private static void refuse(BuiltJar jar, String words) {
        throw ProblemException.of(422, "bundle-rule", jar.symbolicName(), words);
    }
}
