package org.ezhili.platform.lib.rules;

import java.util.List;
import java.util.stream.Stream;

/** All bundles that run together. */
public record House(List<BuiltJar> jars) {

    public House {
        jars = List.copyOf(jars);
    }

    public Stream<BuiltJar> others(BuiltJar jar) {
        return jars.stream().filter(other -> other != jar);
    }
}
