package org.ezhili.platform.gateway;

import org.ezhili.platform.LocalText;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/**
 * A version that is there and is not served.
 *
 * @param module the id it asks for; its bundle's name when it does not even say that
 * @param version of its bundle
 * @param bundle that provides it
 * @param reason for district IT and its maker
 */
public record Refused(String module, Version version, Bundle bundle, LocalText reason) {}
