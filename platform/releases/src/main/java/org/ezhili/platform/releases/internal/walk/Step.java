package org.ezhili.platform.releases.internal.walk;

import org.osgi.framework.Version;

/**
 * The way of one module.
 *
 * @param from the version that serves before
 * @param to the version that is to serve
 */
public record Step(String module, Version from, Version to) {

    boolean isUp() {
        return to.compareTo(from) > 0;
    }
}
