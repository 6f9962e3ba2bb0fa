package org.ezhili.platform.gateway;

import java.util.List;
import org.osgi.framework.Version;

/**
 * What a version that was taken away still holds in memory, because something in it was not ended.
 *
 * @param module its id
 * @param version of its bundle
 * @param threads names of the threads that run on in it, as far as they can be told
 */
public record Leftover(String module, Version version, List<String> threads) {

    public Leftover {
        threads = List.copyOf(threads);
    }
}
