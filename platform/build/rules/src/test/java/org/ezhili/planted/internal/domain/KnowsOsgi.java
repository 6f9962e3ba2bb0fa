package org.ezhili.planted.internal.domain;

import org.osgi.framework.BundleContext;

/** Planted: a rule of the domain that looks at its container. */
interface KnowsOsgi {
    BundleContext context();
}
