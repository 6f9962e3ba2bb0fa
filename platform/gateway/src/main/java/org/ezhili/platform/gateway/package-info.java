/** Which version of a module serves. */
@Export
@Version("1.1.0")
package org.ezhili.platform.gateway;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
