package org.ezhili.planted;

import org.osgi.framework.BundleActivator;

/** Planted: a contract that only a container can keep. */
interface Starts extends BundleActivator {}
