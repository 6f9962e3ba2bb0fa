package org.ezhili.platform.releases.internal.walk;

import org.ezhili.platform.gateway.LiveVersions;
import org.osgi.framework.Version;

/**
 * The way of one module.
 *
 * @param from the version that serves before; {@link LiveVersions#NONE} when the module comes for the first time
 * @param to the version that is to serve; {@link LiveVersions#NONE} on the way back from there
 */
public record Step(String module, Version from, Version to) {

    /** Whether it leads to a newer version. */
    public boolean isUp() {
        return to.compareTo(from) > 0;
    }

    /** A version for people: a dash for none. */
    public static String shown(Version version) {
        return version.equals(LiveVersions.NONE) ? "–" : version.toString();
    }

    /** The module was not here before. */
    public boolean isFirst() {
        return from.equals(LiveVersions.NONE);
    }

    /** The module is not here afterwards. */
    public boolean isLast() {
        return to.equals(LiveVersions.NONE);
    }
}
