package org.ezhili.platform.modules.internal.rest;

/** How a switch stands. */
public record SwitchedJson(String street, String module, boolean enabled) {}
