/** The words every module shares: areas, pages, problems, events, ids, blobs. */
@Export
@Version("1.0.0")
package org.ezhili.platform;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
