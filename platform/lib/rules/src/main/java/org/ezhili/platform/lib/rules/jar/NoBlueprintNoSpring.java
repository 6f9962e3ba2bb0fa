package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import java.util.stream.Stream;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.Clause;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;

/** Components are declared with DS; Blueprint and Spring have no place in the runtime. */
public final class NoBlueprintNoSpring implements JarRule {

    private static final List<String> FOLDERS = List.of("OSGI-INF/blueprint/", "META-INF/spring/");
    private static final List<String> PACKAGES =
            List.of("org.osgi.service.blueprint", "org.apache.aries.blueprint", "org.springframework");

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        Stream<String> files = jar.entries().stream()
                .filter(entry -> FOLDERS.stream().anyMatch(entry::startsWith))
                .map(entry -> "contains " + entry);
        Stream<String> imports = jar.imports().stream()
                .map(Clause::name)
                .filter(name ->
                        PACKAGES.stream().anyMatch(banned -> name.equals(banned) || name.startsWith(banned + ".")))
                .map(name -> "imports " + name);
        Stream<String> header = jar.header("Bundle-Blueprint").map(value -> "names a blueprint: " + value).stream();
        return Stream.of(files, imports, header).flatMap(faults -> faults).toList();
    }
}
