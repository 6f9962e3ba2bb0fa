/** Documents to print or keep, as PDF, in Chinese and Latin letters. */
@Export
@Version("1.1.0")
package org.ezhili.platform.lib.pdf;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
