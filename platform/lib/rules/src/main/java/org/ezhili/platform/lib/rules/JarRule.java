package org.ezhili.platform.lib.rules;

import java.util.List;

/** One rule that a built bundle keeps or breaks. Stateless; its class name is its name. */
@FunctionalInterface
public interface JarRule {

    /** What is wrong with {@code jar}, in words; empty when it keeps the rule. */
    List<String> faults(BuiltJar jar, House house);

    default String name() {
        return getClass().getSimpleName();
    }
}
