/** Who calls, what they may do where, and the record of what they did. */
@Export
@Version("1.0.0")
package org.ezhili.platform.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
