/** Fonts for what is printed. */
@Export
@Version("1.0.0")
package org.ezhili.platform.lib.fonts;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
