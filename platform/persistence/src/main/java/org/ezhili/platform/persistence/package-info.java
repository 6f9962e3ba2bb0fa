/** How a module's store reaches the database: transactions, events of the same transaction, writes that are safe to repeat. */
@Export
@Version("1.2.0")
package org.ezhili.platform.persistence;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
