/** The area tree of the district as other modules see it. */
@Export
@Version("1.0.0")
package org.ezhili.grid;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
