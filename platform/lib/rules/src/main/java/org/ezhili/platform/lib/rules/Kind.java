package org.ezhili.platform.lib.rules;

/** What sort of bundle a jar is, told by its name. */
public enum Kind {
    /** A contract: {@code ….api}, {@code ….spi}. */
    API,
    /** A module's inside: {@code ….provider}, or an adapter. */
    PROVIDER,
    /** A part of the platform that is no contract. */
    PLATFORM,
    /** Pages and scripts for the browser. */
    SCREENS,
    /** A library: mostly a foreign one made fit for OSGi. */
    LIBRARY;

    static Kind of(String symbolicName) {
        if (symbolicName.startsWith("org.ezhili.platform.lib.")) {
            return LIBRARY;
        }
        if (symbolicName.endsWith(".ui") || symbolicName.equals("org.ezhili.platform.console")) {
            return SCREENS;
        }
        if (symbolicName.endsWith(".api") || symbolicName.endsWith(".spi")) {
            return API;
        }
        return symbolicName.startsWith("org.ezhili.platform.") ? PLATFORM : PROVIDER;
    }
}
