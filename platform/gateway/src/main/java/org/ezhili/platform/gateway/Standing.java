package org.ezhili.platform.gateway;

import org.ezhili.platform.module.Health;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/**
 * One version of one module that stands ready on this node.
 *
 * @param module its id
 * @param version of its bundle
 * @param bundle that provides it
 * @param live whether requests go to it
 * @param health what it said of itself when this was asked
 */
public record Standing(String module, Version version, Bundle bundle, boolean live, Health health) {}
