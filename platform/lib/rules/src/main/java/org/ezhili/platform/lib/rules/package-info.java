/**
 * The house rules: what every bundle must keep to, each told in words when it is broken. A build holds its bundles to them, a
 * district the releases that arrive. Knows nothing but {@code java.*}.
 */
@Export
@Version("1.0.0")
package org.ezhili.platform.lib.rules;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
