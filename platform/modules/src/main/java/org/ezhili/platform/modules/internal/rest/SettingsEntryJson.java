package org.ezhili.platform.modules.internal.rest;

/**
 * A module that can be set at a place.
 *
 * @param version of what is set there; 0 for nothing yet
 */
public record SettingsEntryJson(String module, TextJson title, int version) {}
