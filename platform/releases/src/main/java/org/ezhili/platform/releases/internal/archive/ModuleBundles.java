package org.ezhili.platform.releases.internal.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ezhili.platform.ProblemException;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;

/**
 * The bundles of a release, told apart: the module's own, whose names begin like its provider's; contracts of others; libraries.
 *
 * @param provider the one that publishes the module
 */
record ModuleBundles(
        BuiltJar provider,
        Map<MavenName, BuiltJar> own,
        Map<MavenName, BuiltJar> contracts,
        Map<MavenName, BuiltJar> libraries) {

    private static final String OURS = "org.ezhili.";
    private static final String MODULE = "org.ezhili.platform.module.Module\"";
    private static final Pattern ID =
            Pattern.compile("<property\\s+name=\"ezhili\\.module\"[^>]*\\svalue=\"([^\"]*)\"");

    static ModuleBundles of(Passport passport, Map<MavenName, Path> files) {
        Map<MavenName, BuiltJar> jars = new TreeMap<>();
        files.forEach((name, file) -> jars.put(name, BuiltJar.read(file)));
        BuiltJar provider = provider(passport, List.copyOf(jars.values()));
        String root = root(provider, passport);
        Map<MavenName, BuiltJar> own = new LinkedHashMap<>();
        Map<MavenName, BuiltJar> contracts = new LinkedHashMap<>();
        Map<MavenName, BuiltJar> libraries = new LinkedHashMap<>();
        jars.forEach((name, jar) -> {
            if (isWithin(jar.symbolicName(), root)) {
                own.put(name, jar);
            } else if (isContract(jar.symbolicName())) {
                contracts.put(name, jar);
            } else {
                libraries.put(name, jar);
            }
        });
        return new ModuleBundles(provider, own, contracts, libraries);
    }

    House house() {
        List<BuiltJar> all = new ArrayList<>(own.values());
        all.addAll(contracts.values());
        all.addAll(libraries.values());
        return new House(all);
    }

    /** What the passport must say of them. */
    Content content(Map<MavenName, Path> files) throws IOException {
        return Content.of(paths(own, files), paths(libraries, files));
    }

    private static List<Path> paths(Map<MavenName, BuiltJar> jars, Map<MavenName, Path> files) {
        return jars.keySet().stream().map(files::get).collect(Collectors.toList());
    }

    static boolean isOfTheHouse(BuiltJar jar) {
        return jar.symbolicName().startsWith(OURS);
    }

    private static boolean isWithin(String name, String root) {
        return name.equals(root) || name.startsWith(root + ".");
    }

    private static boolean isContract(String name) {
        return name.startsWith(OURS) && (name.endsWith(".api") || name.endsWith(".spi"));
    }

    private static BuiltJar provider(Passport passport, List<BuiltJar> jars) {
        List<BuiltJar> providers =
                jars.stream().filter(jar -> !modules(jar).isEmpty()).toList();
        if (providers.size() != 1) {
            throw ProblemException.of(422, "passport-mismatch", "id", passport.id(), providers.size() + " providers");
        }
        BuiltJar provider = providers.get(0);
        List<String> components = modules(provider);
        Matcher id = ID.matcher(components.get(0));
        if (components.size() != 1 || (id.find() && !id.group(1).equals(passport.id()))) {
            throw ProblemException.of(
                    422, "passport-mismatch", "id", passport.id(), ZipShape.shortened(provider.symbolicName()));
        }
        String version = provider.header("Bundle-Version").orElse("");
        if (!version.equals(passport.version())) {
            throw ProblemException.of(422, "passport-mismatch", "version", passport.version(), version);
        }
        return provider;
    }

    /** The descriptions of components that are modules. */
    private static List<String> modules(BuiltJar jar) {
        return jar.entries().stream()
                .filter(entry -> entry.endsWith(".xml"))
                .flatMap(entry -> jar.text(entry).stream())
                .filter(xml -> xml.contains(MODULE))
                .toList();
    }

    /** What the names of the module's own bundles begin with. */
    private static String root(BuiltJar provider, Passport passport) {
        String name = provider.symbolicName();
        String root = name.replaceFirst("\\.provider$", "");
        if (root.equals(name) || (name.startsWith(OURS) && !root.equals(OURS + passport.id()))) {
            throw ProblemException.of(422, "bundle-rule", name, "is not named as the provider of " + passport.id());
        }
        return root;
    }
}
