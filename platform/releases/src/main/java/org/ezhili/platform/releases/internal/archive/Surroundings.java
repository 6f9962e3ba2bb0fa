package org.ezhili.platform.releases.internal.archive;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/** What a release meets on this node. */
public interface Surroundings {

    /** Version of the platform. */
    Version platform();

    /** The versions in which a package is exported here. */
    List<Version> exported(String packageName);

    /** The file of this name that is here already, in the distribution or from an earlier release. */
    Optional<Path> here(MavenName name);

    /** Whether the module belongs to the platform itself, which is replaced by a new distribution and in no other way. */
    boolean isCore(String module);
}
