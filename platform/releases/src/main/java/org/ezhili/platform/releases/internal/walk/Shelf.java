package org.ezhili.platform.releases.internal.walk;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.osgi.framework.Version;

/** Where releases of modules are taken from. */
public interface Shelf {

    /**
     * The features repository of a release, with all it names on this node's disk; empty when there is no such release.
     *
     * @throws IOException when it cannot be fetched or is not what was verified when it arrived
     */
    Optional<URI> take(String module, Version version) throws IOException;
}
