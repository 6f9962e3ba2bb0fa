/** Points as other modules see them: occasions on which they are earned, balances, what happened to them. */
@Export
@Version("1.0.0")
package org.ezhili.points;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
