package org.ezhili.platform.lib.rules.jar;

/** How the house names its packages. */
final class Packages {

    private static final String OURS = "org.ezhili.";

    private Packages() {}

    static boolean isOurs(String name) {
        return name.startsWith(OURS);
    }

    static boolean isInternal(String name) {
        return isOurs(name) && (name + ".").contains(".internal.");
    }

    static boolean isWithin(String name, String root) {
        return name.equals(root) || name.startsWith(root + ".");
    }

    /** The first word after {@code org.ezhili}: the module, or {@code platform}. */
    static String module(String name) {
        return name.substring(OURS.length()).split("\\.", 2)[0];
    }
}
