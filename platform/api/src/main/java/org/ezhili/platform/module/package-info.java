/** What a module is and what the platform asks of it. */
@Export
@Version("1.1.0")
package org.ezhili.platform.module;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
