package org.ezhili.platform.lib.rules.jar;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ezhili.platform.lib.rules.BuiltJar;
import org.ezhili.platform.lib.rules.House;
import org.ezhili.platform.lib.rules.JarRule;

/** Two versions of a module stand side by side: their persistence units must not share a name. */
public final class UnitsCarryTheVersion implements JarRule {

    private static final Pattern UNIT = Pattern.compile("<persistence-unit\\s[^>]*?name\\s*=\\s*[\"']([^\"']*)[\"']");

    @Override
    public List<String> faults(BuiltJar jar, House house) {
        return jar.text("META-INF/persistence.xml").stream()
                .flatMap(xml -> UNIT.matcher(xml).results())
                .map((MatchResult unit) -> unit.group(1))
                .filter(name -> jar.mavenVersion().isEmpty() || !name.endsWith("-" + jar.mavenVersion()))
                .map(name -> "names its persistence unit " + name + ", without the version " + jar.mavenVersion())
                .toList();
    }
}
