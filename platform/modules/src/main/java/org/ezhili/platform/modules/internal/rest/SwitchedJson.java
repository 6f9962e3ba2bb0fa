package org.ezhili.platform.modules.internal.rest;

import java.util.List;

/**
 * How a switch stands.
 *
 * @param along modules that were switched on with it
 */
public record SwitchedJson(String street, String module, boolean enabled, List<String> along) {}
