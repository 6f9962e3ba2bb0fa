/** The life of matters as other modules see it: what happened, and past matters to load. */
@Export
@Version("1.0.0")
package org.ezhili.matters;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
