/** One class per rule on a built jar. */
@Export
@Version("1.0.0")
package org.ezhili.platform.lib.rules.jar;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
